#include "handlers/payment/report.h"

#include "fcgi/base/log.h"
#include "handlers/payment/money.h"
#include "sql/database.h"
#include "sql/payment_store.h"

namespace permit::payment {
namespace {

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
                 .paid_at = report.paid_at});
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
      Log(Severity::kWarning, "payment.success-doubted",
          {{"payment", report.reference}, {"code", report.code}});
      AskAgainTomorrow(services, transaction, report.reference);
      return Adopted::kNothing;
  }
  return Adopted::kNothing;
}

}  // namespace permit::payment
