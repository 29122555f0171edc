#include "handlers/payment/report.h"

#include "fcgi/base/log.h"
#include "handlers/payment/money.h"
#include "sql/database.h"
#include "sql/payment_store.h"

namespace permit::payment {
namespace {

// A gateway's clock may be wrong, its day decides what is in which day's books: a time more than a
// day ahead or a year back is replaced by ours.
Instant MomentOf(const TradeReport& report, Instant now) {
  constexpr std::chrono::days kAhead{1};
  constexpr std::chrono::days kBack{366};
  if (report.paid_at <= now + kAhead && report.paid_at >= now - kBack) return report.paid_at;
  Log(Severity::kWarning, "payment.date-replaced",
      {{"payment", report.reference}, {"at", FormatTime(report.paid_at)}});
  return now;
}

// Whatever the gateway means by it, its reply to a question counts. The payment stays as it is, so
// that the payer is told not to pay again.
Adopted AskSoon(Services& services, sql::Transaction& transaction, const TradeReport& report) {
  Log(Severity::kNotice, "payment.undecided",
      {{"payment", report.reference}, {"code", report.code}});
  auto payment = sql::LockPayment(transaction, report.reference);
  if (!payment) return Adopted::kNothing;
  switch (payment->state) {
    case PaymentState::kAtBank:
    case PaymentState::kAsking:
    case PaymentState::kFailed:
    case PaymentState::kVoided:
    case PaymentState::kExpired:
      sql::SetNextAsk(transaction, *payment, services.clock.Now());
      break;
    case PaymentState::kCreated:
    case PaymentState::kSlipOut:
    case PaymentState::kPaid:
    case PaymentState::kRevoked:
      break;
  }
  return Adopted::kNothing;
}

Adopted AdoptMoney(Services& services, sql::Transaction& transaction, const TradeReport& report,
                   const std::string& actor) {
  if (report.simulated) {
    Log(Severity::kNotice, "payment.simulated", {{"payment", report.reference}});
    return Adopted::kNothing;
  }
  MoneyOutcome outcome =
      TakeMoney(services, transaction,
                {.cause = "gateway:" + report.reference + ":" + report.trade_number,
                 .actor = actor,
                 .number = report.reference,
                 .reference = report.reference,
                 .amount = report.amount,
                 .paid_at = MomentOf(report, services.clock.Now())});
  switch (outcome.fate) {
    case MoneyFate::kSettled:
      return Adopted::kPaid;
    case MoneyFate::kException:
      return Adopted::kException;
    case MoneyFate::kKnown:
      return Adopted::kNothing;
  }
  return Adopted::kNothing;
}

Adopted AdoptFailure(Services& services, sql::Transaction& transaction, const TradeReport& report,
                     const std::string& actor) {
  auto payment = sql::LockPayment(transaction, report.reference);
  if (!payment ||
      !sql::MovePayment(transaction, *payment, {PaymentEvent::kFail, actor, report.code},
                        services.clock.Now()))
    return Adopted::kNothing;
  // The payer may try again on the gateway's page, so it is asked once more at the end.
  sql::SetNextAsk(transaction, *payment, payment->expires_at);
  return Adopted::kFailed;
}

Adopted Revoke(Services& services, sql::Transaction& transaction, const TradeReport& report,
               const std::string& actor) {
  return TakeBackMoney(services, transaction, report.reference, actor, report.code)
             ? Adopted::kRevoked
             : Adopted::kNothing;
}

void AskAgainTomorrow(Services& services, sql::Transaction& transaction,
                      const std::string& reference) {
  auto payment = sql::LockPayment(transaction, reference);
  if (!payment || payment->state != PaymentState::kPaid) return;
  sql::SetNextAsk(transaction, *payment, NextRecheck(services, *payment));
}

}  // namespace

Adopted AdoptReport(Services& services, sql::Transaction& transaction, const TradeReport& report,
                    const std::string& actor) {
  switch (report.state) {
    case TradeState::kPaid:
      return AdoptMoney(services, transaction, report, actor);
    case TradeState::kFailed:
    case TradeState::kRevoked:
      return AdoptFailure(services, transaction, report, actor);
    case TradeState::kUndecided:
      return AskSoon(services, transaction, report);
    case TradeState::kNotPaid:
    case TradeState::kUnknown:
      return Adopted::kNothing;
  }
  return Adopted::kNothing;
}

Adopted AdoptRecheck(Services& services, sql::Transaction& transaction, const TradeReport& report,
                     const std::string& actor) {
  switch (report.state) {
    case TradeState::kFailed:
    case TradeState::kRevoked:
      return Revoke(services, transaction, report, actor);
    case TradeState::kPaid:
      AskAgainTomorrow(services, transaction, report.reference);
      return AdoptMoney(services, transaction, report, actor);
    case TradeState::kNotPaid:
    case TradeState::kUnknown:
    case TradeState::kUndecided:
      Log(Severity::kWarning, "payment.success-doubted",
          {{"payment", report.reference}, {"code", report.code}});
      AskAgainTomorrow(services, transaction, report.reference);
      return Adopted::kNothing;
  }
  return Adopted::kNothing;
}

}  // namespace permit::payment
