#include "handlers/payment/notice.h"

#include <algorithm>

#include "fcgi/base/log.h"
#include "handlers/payment/ask.h"
#include "handlers/payment/crash_point.h"
#include "handlers/payment/gateways.h"
#include "handlers/payment/money.h"
#include "handlers/payment/report.h"
#include "handlers/web/paths.h"
#include "sql/database.h"
#include "sql/payment_store.h"

namespace permit::payment {
namespace {

bool IsReference(std::string_view text) {
  return !text.empty() && text.size() <= 20 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  });
}

// A notice of an amount that was not asked for is doubtful, sealed or not: the gateway is asked at
// the next round, and what it replies then counts.
bool NamesOtherAmount(Services& services, sql::Transaction& transaction,
                      const TradeReport& report) {
  if (report.state != TradeState::kPaid || report.simulated) return false;
  auto payment = sql::LockPayment(transaction, report.reference);
  if (!payment || payment->amount == report.amount) return false;
  Log(Severity::kWarning, "payment.amount-mismatched",
      {{"payment", report.reference}, {"amount", static_cast<long long>(report.amount)}});
  if (payment->state != PaymentState::kPaid) {
    sql::SetNextAsk(transaction, *payment, services.clock.Now());
  }
  return true;
}

// Anybody may post here, so nothing of what came with it counts, and a payment is asked about no
// more often than by its payer.
void AskOnReturn(Services& services, const std::string& reference) {
  auto payment = sql::FindPayment(services.database, reference);
  if (!payment) return;
  const PaymentGateway* gateway = services.gateways->For(payment->method);
  if (gateway == nullptr || gateway->SendsNotices()) return;
  AskForPayer(services, reference, "return");
}

}  // namespace

Response TakeNotice(Context& context) {
  Services& services = context.services;
  const PaymentGateway* gateway = services.gateways->For(SettledBy::kGateway);
  if (gateway == nullptr) throw HttpError(404, "no payment gateway is configured");
  auto notice = gateway->ReadNotice(context.request.form);
  if (!notice) {
    Log(Severity::kWarning, "payment.notice-refused",
        {{"request", context.request.request_id},
         {"payment", gateway->NoticeReference(context.request.form)},
         {"reason", Code(notice.error())}});
    return Response::Text(gateway->NoticeRefused(notice.error()), 400);
  }
  const TradeReport& report = *notice;
  PassCrashPoint(CrashPoint::kNoticeRead);
  Adopted adopted = TransactMoney(services, [&](sql::Transaction& transaction) {
    if (NamesOtherAmount(services, transaction, report)) return Adopted::kNothing;
    Adopted done = AdoptReport(services, transaction, report, "gateway");
    PassCrashPoint(CrashPoint::kNoticeInHand);
    return done;
  });
  PassCrashPoint(CrashPoint::kNoticeDone);
  if (adopted == Adopted::kPaid) IssuePapers(services, report.reference);
  return Response::Text(gateway->NoticeAccepted());
}

Response ComeBack(Context& context) {
  const std::string reference(context.PathValue("reference"));
  if (!IsReference(reference)) throw HttpError(404, "no payment has such a reference");
  if (context.request.method == Method::kPost) AskOnReturn(context.services, reference);
  return Response::SeeOther(PaymentPath(reference));
}

}  // namespace permit::payment
