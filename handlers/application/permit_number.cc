#include "handlers/application/application.h"
#include "handlers/application/own_permits.h"
#include "handlers/application/prefill.h"
#include "handlers/application/service_of_path.h"
#include "handlers/form/register_record.h"
#include "handlers/rules/text.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/paths.h"
#include "sql/draft_store.h"
#include "sql/register_store.h"
#include "views/pages/application_pages.h"

namespace permit {
namespace {

constexpr std::size_t kMaxPermitNumber = 20;

// What a data change is compared with.
std::optional<FormValues> OnRecord(Service service, const FormValues& form) {
  return service == Service::kDataChange ? std::optional(form) : std::nullopt;
}

Response PermitNumberResponse(Context& context, views::PermitNumberPage page) {
  views::PageFrame frame = Frame(context);
  frame.path = DeclarationPath(page.service) + "/permit";
  frame.query = "agreed=yes";
  frame.place = views::PlaceOf(page.service);
  page.own = OwnPermits(context.services.database, context.visitor->applicant_id, page.service,
                        context.today());
  if (page.number.empty() && page.errors.empty()) {
    page.number = NumberToOffer(page.own, context.request.query.Get("number"));
  }
  page.idempotency_key = context.services.random.Uuid();
  bool refused = !page.errors.empty() || page.eligibility.refusal;
  return Response::Html(views::RenderPermitNumber(context.services.renderer, frame, page),
                        refused ? 422 : 200);
}

PermitFacts FactsOf(sql::Executor& executor, const sql::EntryPermit& permit,
                    std::uint64_t applicant_id) {
  PermitFacts facts = sql::FactsOf(permit, applicant_id);
  if (const auto later = sql::FindLaterMultipleEntry(executor, permit.id)) {
    facts.multiple_entry_until = later->expires_on;
  }
  return facts;
}

std::optional<Problem> CheckPermitNumber(std::string_view number) {
  if (number.empty()) return Problem::kMissing;
  return CheckText(number, kMaxPermitNumber);
}

}  // namespace

Response ShowPermitNumber(Context& context) {
  Service service = ServiceOfPath(context);
  if (context.request.query.Get("agreed") != "yes") {
    return Response::SeeOther(DeclarationPath(service));
  }
  views::PermitNumberPage page;
  page.service = service;
  return PermitNumberResponse(context, std::move(page));
}

Response ShowPermitNumberAgain(Context& context) {
  views::PermitNumberPage page;
  page.service = ServiceOfPath(context);
  page.number = TidyCode(context.request.form.Get("permit_number"));
  return PermitNumberResponse(context, std::move(page));
}

Response StartDraft(Context& context) {
  Service service = ServiceOfPath(context);
  if (context.request.form.Get("agreed") != "yes") {
    return Response::SeeOther(DeclarationPath(service));
  }
  views::PermitNumberPage page;
  page.service = service;
  page.number = TidyCode(context.request.form.Get("permit_number"));
  if (auto problem = CheckPermitNumber(page.number)) {
    page.errors.push_back({"permit_number", *problem, static_cast<long>(kMaxPermitNumber)});
    return PermitNumberResponse(context, std::move(page));
  }

  sql::Database& database = context.services.database;
  const Visitor& visitor = *context.visitor;
  auto permit = sql::FindPermitByNumber(database, page.number);
  std::optional<PermitFacts> facts;
  if (permit) facts = FactsOf(database, *permit, visitor.applicant_id);
  page.eligibility = CheckEligibility(service, facts, context.today());
  if (!page.eligibility.allowed()) return PermitNumberResponse(context, std::move(page));

  const FormValues form = PrefilledForm(database, visitor, service, *permit);
  const sql::NewDraft draft = {
      context.services.random.Uuid(),
      visitor.account_id,
      service,
      permit->id,
      form,
      OnRecord(service, form),
      RegisteredValues(sql::FindApplicant(database, visitor.applicant_id).value())};
  // Whoever sends a draft holds its permit as well: the case is there by now, or not before the
  // draft.
  auto start = [&](sql::Transaction& transaction) {
    sql::LockPermit(transaction, permit->id);
    const sql::EntryPermit held = sql::FindPermit(transaction, permit->id).value();
    page.eligibility = CheckEligibility(service, FactsOf(transaction, held, visitor.applicant_id),
                                        context.today());
    if (!page.eligibility.allowed()) {
      transaction.Abandon();
      return DeclarationPath(service);
    }
    return DraftPath(sql::InsertDraft(transaction, draft, context.now()));
  };
  Response begun = RunOnce(context, start);
  if (!page.eligibility.allowed()) return PermitNumberResponse(context, std::move(page));
  return begun;
}

}  // namespace permit
