#include "handlers/payment/pages.h"

#include <algorithm>
#include <stdexcept>
#include <tl/expected.hpp>

#include "handlers/payment/ask.h"
#include "handlers/payment/checkout.h"
#include "handlers/payment/crash_point.h"
#include "handlers/payment/own_payment.h"
#include "handlers/payment/start.h"
#include "handlers/rules/case_number.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/paths.h"
#include "sql/database.h"
#include "sql/idempotency_store.h"
#include "sql/payment_store.h"
#include "views/pages/payment_pages.h"

namespace permit::payment {
namespace {

using sql::PayableCase;

std::vector<std::string> Groups(const Params& params) {
  std::vector<std::string> groups;
  for (std::string_view group : params.All("group")) {
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.emplace_back(group);
  }
  return groups;
}

std::vector<PayableCase> Unpaid(const Context& context) {
  return sql::PayableCases(context.services.database, context.visitor->applicant_id);
}

using Unpaids = tl::expected<std::vector<PayableCase>, Response>;

// The result of the payment that paid cases of one of the groups, with the way to its receipt.
std::optional<std::string> ResultOfPaid(sql::Executor& executor, std::uint64_t applicant_id,
                                        const std::vector<std::string>& groups) {
  for (const std::string& group : groups) {
    if (auto reference = sql::ReferenceOfPaidGroup(executor, group, applicant_id))
      return PaymentPath(*reference);
  }
  return std::nullopt;
}

// Those of the groups asked for. A group without one was paid meanwhile, as an older tab does not
// know: the result of its payment then. 404 for another student's.
Unpaids UnpaidOf(const Context& context, const std::vector<std::string>& groups) {
  std::vector<PayableCase> chosen;
  for (PayableCase& one : Unpaid(context)) {
    if (std::find(groups.begin(), groups.end(), one.group_number) != groups.end())
      chosen.push_back(std::move(one));
  }
  for (const std::string& group : groups) {
    if (std::any_of(chosen.begin(), chosen.end(),
                    [&](const PayableCase& one) { return one.group_number == group; }))
      continue;
    if (auto result =
            ResultOfPaid(context.services.database, context.visitor->applicant_id, {group}))
      return tl::unexpected(Response::SeeOther(*result));
    throw HttpError(404, "no unpaid case in a group of this applicant");
  }
  return chosen;
}

std::int64_t Total(const std::vector<PayableCase>& cases) {
  std::int64_t total = 0;
  for (const PayableCase& one : cases) total += one.fee;
  return total;
}

std::optional<views::OpenPayment> OpenPaymentOf(const PayableCase& one) {
  if (one.reference.empty()) return std::nullopt;
  return views::OpenPayment{one.reference, *one.method, PublicState(*one.state), one.deadline};
}

// A group that is alone there is what the payer has come for.
void TickTheOnlyGroup(views::UnpaidList& list) {
  if (list.groups.size() == 1 && list.groups[0].unapplied.empty()) list.groups[0].ticked = true;
}

views::UnpaidList ByGroup(const std::vector<PayableCase>& cases, bool ticked) {
  views::UnpaidList list;
  for (const PayableCase& one : cases) {
    if (list.groups.empty() || list.groups.back().number != one.group_number) {
      list.groups.push_back({.number = one.group_number,
                             .service = one.service,
                             .applicant_name = one.applicant_name,
                             .applicants = one.applicants,
                             .ticked = ticked});
    }
    views::UnpaidGroup& group = list.groups.back();
    group.receipt_numbers.push_back(one.receipt_number);
    group.amount += one.fee;
    if (!group.open) group.open = OpenPaymentOf(one);
    if (group.unapplied.empty()) group.unapplied = one.unapplied;
  }
  TickTheOnlyGroup(list);
  return list;
}

Response ListPage(Context& context, bool nothing_ticked) {
  views::UnpaidList list = ByGroup(Unpaid(context), context.request.query.Get("all") == "yes");
  list.nothing_ticked = nothing_ticked;
  return Response::Html(RenderUnpaidList(context.services.renderer, PaymentFrame(context), list),
                        nothing_ticked ? 422 : 200);
}

std::vector<views::MethodChoice> Choices(const Context& context) {
  std::vector<views::MethodChoice> choices;
  for (PaymentMethod method : kPaymentMethods) {
    choices.push_back({method, IsOffered(context.services, method)});
  }
  return choices;
}

Response MethodPage(Context& context, const std::vector<std::string>& groups, bool none_chosen) {
  const Unpaids unpaid = UnpaidOf(context, groups);
  if (!unpaid) return unpaid.error();
  const std::vector<PayableCase>& cases = *unpaid;
  views::PaymentMethods page{.amount = Total(cases),
                             .groups = groups,
                             .idempotency_key = context.services.random.Uuid(),
                             .choices = Choices(context),
                             .none_chosen = none_chosen};
  for (const PayableCase& one : cases) {
    if (!page.open) page.open = OpenPaymentOf(one);
  }
  views::PageFrame frame = PaymentFrame(context);
  return Response::Html(RenderPaymentMethods(context.services.renderer, frame, page),
                        none_chosen ? 422 : 200);
}

// The same form again: the answer is known and nothing is to be prepared.
bool WasSentBefore(const Context& context) {
  return sql::FindIdempotencyKey(context.services.database,
                                 std::string(context.request.form.Get(kIdempotencyField)))
      .has_value();
}

// Money may be under way already: before a payment at the bank is given up, the bank is asked. When
// it turns out to be paid its result is what the payer should see.
std::optional<std::string> PaidMeanwhile(Context& context, const std::vector<std::string>& groups,
                                         const std::string& actor) {
  std::vector<std::string> asked;
  for (const PayableCase& one : Unpaid(context)) {
    if (one.reference.empty() || SettlementOf(*one.method) == SettledBy::kSlip) continue;
    if (std::find(groups.begin(), groups.end(), one.group_number) == groups.end()) continue;
    if (std::find(asked.begin(), asked.end(), one.reference) != asked.end()) continue;
    asked.push_back(one.reference);
    if (AskForPayer(context.services, one.reference, actor) == Asked::kPaid) return one.reference;
  }
  return std::nullopt;
}

}  // namespace

Response ShowUnpaidList(Context& context) { return ListPage(context, false); }

Response ShowPaymentDetails(Context& context) {
  std::vector<std::string> groups = Groups(context.request.query);
  if (groups.empty()) return ListPage(context, true);
  const Unpaids unpaid = UnpaidOf(context, groups);
  if (!unpaid) return unpaid.error();
  const std::vector<PayableCase>& cases = *unpaid;
  for (const PayableCase& one : cases) {
    // An older tab does not know that its money waits for the cashier.
    if (!one.unapplied.empty()) return Response::SeeOther(PaymentPath(one.unapplied));
  }
  views::PaymentDetails page{.amount = Total(cases), .groups = groups};
  for (const PayableCase& one : cases) page.items.push_back({one.receipt_number, one.fee});
  return Response::Html(
      RenderPaymentDetails(context.services.renderer, PaymentFrame(context), page));
}

Response ShowPaymentMethods(Context& context) {
  std::vector<std::string> groups = Groups(context.request.query);
  if (groups.empty()) return Response::SeeOther(kPaymentListPath);
  return MethodPage(context, groups, false);
}

Response ChooseMethod(Context& context) {
  Services& services = context.services;
  std::vector<std::string> groups = Groups(context.request.form);
  if (groups.empty()) return ListPage(context, true);
  if (!std::all_of(groups.begin(), groups.end(), IsGroupNumber)) {
    throw HttpError(400, "a group that is no number");
  }
  auto method = PaymentMethodFromCode(context.request.form.Get("method"));
  if (!method || !IsOffered(services, *method)) return MethodPage(context, groups, true);

  StartOrder order{.applicant_id = context.visitor->applicant_id,
                   .account_id = context.visitor->account_id,
                   .groups = groups,
                   .method = *method,
                   .reference = MintReference(services)};
  std::string actor = "account:" + std::to_string(order.account_id);
  bool slip = SettlementOf(*method) == SettledBy::kSlip;
  std::optional<std::string> paid;
  if (!WasSentBefore(context)) {
    paid = PaidMeanwhile(context, groups, actor);
    if (slip) order.own_number = MintSlipNumber(services);
    if (slip) PassCrashPoint(CrashPoint::kSlipNumbered);
  }
  if (paid) return Response::SeeOther(PaymentPath(*paid));
  Response reply = RunOnce(context, [&](sql::Transaction& transaction) -> std::string {
    auto started = StartPayment(services, transaction, order);
    if (!started) {
      switch (started.error()) {
        case StartRefusal::kNothingToPay:
          if (auto result = ResultOfPaid(transaction, order.applicant_id, groups)) {
            transaction.Abandon();
            return *result;
          }
          transaction.Abandon();
          return std::string(kPaymentListPath);
        case StartRefusal::kNoSlipNumber:
          throw std::logic_error("the collection contract gives no valid slip number");
      }
    }
    PassCrashPoint(CrashPoint::kStartInHand);
    return slip ? PaymentPath(started->reference) : PaymentPath(started->reference, "bank");
  });
  PassCrashPoint(CrashPoint::kStartDone);
  // A page without a key offers to try again, so nothing hangs on the outcome.
  if (!slip) AnnouncePayment(context, order.reference);
  return reply;
}

}  // namespace permit::payment
