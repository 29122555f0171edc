#include "handlers/payment/ask.h"

#include <algorithm>

#include "fcgi/base/log.h"
#include "handlers/payment/gateway.h"
#include "handlers/payment/money.h"
#include "handlers/payment/report.h"
#include "sql/database.h"
#include "sql/payment_store.h"

namespace permit::payment {
namespace {

using sql::PaymentRow;
using sql::Transaction;

bool CanBeAsked(const Services& services, const PaymentRow& payment) {
  return GatewayOf(services, payment.method) != nullptr && payment.state != PaymentState::kPaid;
}

// Before the question. The next one is due even if nobody comes back from this one. Gives what is
// to be asked about.
std::optional<PaymentRow> Announce(Services& services, const std::string& reference,
                                   const std::string& actor) {
  return services.database.Transact([&](Transaction& transaction) -> std::optional<PaymentRow> {
    auto payment = sql::LockPayment(transaction, reference);
    if (!payment) return std::nullopt;
    Instant now = services.clock.Now();
    if (!CanBeAsked(services, *payment)) {
      if (payment->next_ask_at) sql::SetNextAsk(transaction, *payment, std::nullopt);
      return std::nullopt;
    }
    sql::MovePayment(transaction, *payment, {PaymentEvent::kAsk, actor, ""}, now);
    sql::SetNextAsk(transaction, *payment,
                    now + std::chrono::minutes(services.settings.ask_after_minutes));
    return payment;
  });
}

Asked NoteSilence(Services& services, const std::string& reference, const std::string& actor,
                  Refusal refusal) {
  Log(Severity::kWarning, "payment.no_answer", {{"payment", reference}, {"reason", Code(refusal)}});
  services.database.Transact([&](Transaction& transaction) {
    if (auto payment = sql::LockPayment(transaction, reference)) {
      sql::MovePayment(transaction, *payment, {PaymentEvent::kNoAnswer, actor, Code(refusal)},
                       services.clock.Now());
    }
  });
  return Asked::kNoAnswer;
}

// The gateway knows of no money. Nobody gives a payment up but here, after this answer.
Asked NoteUnpaid(Services& services, Transaction& transaction, const TradeReport& report,
                 const std::string& actor) {
  auto payment = sql::LockPayment(transaction, report.reference);
  if (!payment || payment->state == PaymentState::kPaid) return Asked::kNothingToAsk;
  Instant now = services.clock.Now();
  bool over = now >= payment->expires_at;
  std::optional<Instant> next;
  if (!over && IsOpen(payment->state))
    next = std::min(now + std::chrono::days(1), payment->expires_at);
  if (!over && !IsOpen(payment->state)) next = payment->expires_at;
  sql::SetNextAsk(transaction, *payment, next);
  PaymentEvent event = over ? PaymentEvent::kExpire : PaymentEvent::kStillUnpaid;
  bool moved = sql::MovePayment(transaction, *payment, {event, actor, report.code}, now);
  return over && moved ? Asked::kExpired : Asked::kStillUnpaid;
}

Asked Adopt(Services& services, Transaction& transaction, const TradeReport& report,
            const std::string& actor) {
  switch (AdoptReport(services, transaction, report, actor)) {
    case Adopted::kPaid:
      return Asked::kPaid;
    case Adopted::kFailed:
      return Asked::kFailed;
    case Adopted::kException:
      NoteUnpaid(services, transaction, report, actor);
      return Asked::kException;
    case Adopted::kNothing:
      return NoteUnpaid(services, transaction, report, actor);
  }
  return Asked::kNothingToAsk;
}

}  // namespace

Asked AskAboutPayment(Services& services, const std::string& reference, const std::string& actor) {
  auto payment = Announce(services, reference, actor);
  if (!payment) return Asked::kNothingToAsk;
  auto answer = GatewayOf(services, payment->method)->QueryTrade({reference, ""});
  if (const auto* refusal = std::get_if<Refusal>(&answer)) {
    return NoteSilence(services, reference, actor, *refusal);
  }
  Asked asked = TransactMoney(services, [&](Transaction& transaction) {
    return Adopt(services, transaction, std::get<TradeReport>(answer), actor);
  });
  if (asked == Asked::kPaid) IssuePapers(services, reference);
  return asked;
}

std::string_view Code(Asked asked) {
  switch (asked) {
    case Asked::kNothingToAsk:
      return "nothing-to-ask";
    case Asked::kNoAnswer:
      return "no-answer";
    case Asked::kStillUnpaid:
      return "still-unpaid";
    case Asked::kPaid:
      return "paid";
    case Asked::kFailed:
      return "failed";
    case Asked::kExpired:
      return "expired";
    case Asked::kException:
      return "exception";
  }
  return {};
}

}  // namespace permit::payment
