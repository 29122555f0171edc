#include "fcgi/base/log.h"
#include "handlers/application/application.h"
#include "handlers/application/draft.h"
#include "handlers/form/register_record.h"
#include "handlers/mail/enqueue.h"
#include "handlers/rules/case_number.h"
#include "handlers/rules/fee.h"
#include "handlers/rules/greeting_name.h"
#include "handlers/web/case_waits.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/own_case.h"
#include "handlers/web/paths.h"
#include "sql/account_store.h"
#include "sql/case_store.h"
#include "sql/claim_store.h"
#include "sql/counter_store.h"
#include "sql/kept_form_store.h"
#include "sql/upload_store.h"
#include "sql/usual_time_store.h"
#include "views/mail/application_mails.h"
#include "views/pages/application_pages.h"

namespace permit {
namespace {

struct CaseNumbers {
  std::string receipt;
  std::string group;
};

// Taken before the transaction, so that nobody waits for the counters while a case is written. A
// draft that changes in between, or is sent twice at once, leaves a gap.
CaseNumbers TakeNumbers(const Context& context) {
  const Settings& settings = context.services.settings;
  sql::Database& database = context.services.database;
  int year = RocYear(context.today());
  auto receipt =
      ReceiptNumber(year, settings.receiving_units, sql::NextNumber(database, "receipt", year));
  auto group = GroupNumber(year, settings.group_units, sql::NextNumber(database, "group", year));
  if (!receipt || !group) {
    Log(Severity::kError, "numbers.exhausted",
        {{"setting", receipt ? "site.group_units" : "site.receiving_units"}, {"year", year}});
    throw HttpError(503, "the numbers of this year are used up");
  }
  return {*receipt, *group};
}

void EnqueueSentMail(const Context& context, sql::Transaction& transaction, Service service,
                     const sql::Applicant& applicant, const CaseNumbers& numbers) {
  const sql::Account account = sql::FindAccount(transaction, context.visitor->account_id).value();
  views::SentMail data = {service,
                          GreetingName(account.language, applicant.chinese_name, applicant.surname,
                                       applicant.given_name),
                          numbers.receipt,
                          numbers.group,
                          context.now(),
                          FeeOf(service),
                          SiteUrl(context.services.settings, CasePath(numbers.receipt)),
                          sql::FindUsualReview(transaction, service)};
  EnqueueMail(transaction, RecipientOf(account), numbers.receipt,
              views::WriteSentMail(context.services.renderer, account.language, data),
              context.now());
}

// The act: the draft becomes a case. Gives where to go on; nothing is written when the draft may
// not be sent.
std::string Send(const Context& context, sql::Transaction& transaction, const sql::Draft& seen,
                 const CaseNumbers& numbers) {
  const Visitor& visitor = *context.visitor;
  const std::string& draft_id = seen.id;
  sql::LockPermit(transaction, seen.permit_id);  // no draft on it is begun meanwhile
  auto draft = LockDraft(transaction, visitor.account_id, draft_id);
  if (!draft) throw HttpError(404, "the account has no such draft");
  const std::string back = DraftPath(draft_id) + "?check=yes";
  DraftReading reading = ReadDraft(context, *draft);
  if (!reading.may_be_sent()) {
    transaction.Abandon();
    return back;
  }
  sql::NewCase fresh;
  fresh.receipt_number = numbers.receipt;
  fresh.group_id =
      sql::InsertGroup(transaction, numbers.group, visitor.account_id, 1, context.now());
  fresh.account_id = visitor.account_id;
  fresh.applicant_id = visitor.applicant_id;
  fresh.service = draft->service;
  fresh.permit_id = draft->permit_id;
  fresh.fee = FeeOf(draft->service);
  fresh.form = reading.values;
  fresh.on_record = draft->on_record;
  fresh.registered = RegisteredValues(draft->applicant);
  auto case_id =
      sql::InsertCase(transaction, fresh, "student:" + visitor.login_name, context.now());
  if (!case_id) {
    transaction.Abandon();
    return back;
  }
  sql::WriteClaims(transaction, *case_id, ClaimsAgainst(draft->applicant, fresh.form));
  sql::MoveUploads(transaction, draft_id, *case_id);
  sql::DeleteDraft(transaction, draft_id);
  sql::ForgetKeptForm(transaction, visitor.account_id, DraftPath(draft_id));
  EnqueueSentMail(context, transaction, draft->service, draft->applicant, numbers);
  return SentPath(numbers.receipt);
}

}  // namespace

Response SendApplication(Context& context) {
  const std::string id(context.PathValue("id"));
  if (context.request.form.Get(kIdempotencyField) != id)
    throw HttpError(400, "the idempotency key is not the draft");
  const auto draft = FindDraft(context.services.database, context.visitor->account_id, id);
  if (!draft) return AfterDraft(context, id);
  // A draft that may not be sent takes no number. Send looks again under the draft's lock.
  if (!ReadDraft(context, *draft).may_be_sent()) {
    return Response::SeeOther(DraftPath(id) + "?check=yes");
  }
  const CaseNumbers numbers = TakeNumbers(context);
  return RunOnce(context, [&](sql::Transaction& transaction) {
    return Send(context, transaction, *draft, numbers);
  });
}

Response ShowSent(Context& context) {
  const sql::Case sent = FindOwnCase(context);
  const CaseWaits waits = CaseWaitsOf(context.services.settings);
  const views::SentPage page{
      .service = sent.service,
      .receipt_number = sent.receipt_number,
      .submitted_at = sent.submitted_at,
      .fee = sent.fee,
      .usual_review = sql::FindUsualReview(context.services.database, sent.service),
      .answer_days = waits.answer_days,
      .pay_days = waits.pay_days};
  views::PageFrame frame = Frame(context);
  frame.place = views::PlaceOf(sent.service);
  return Response::Html(views::RenderSent(context.services.renderer, frame, page));
}

}  // namespace permit
