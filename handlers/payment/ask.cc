#include "handlers/payment/ask.h"

#include <algorithm>

#include "fcgi/base/log.h"
#include "handlers/payment/crash_point.h"
#include "handlers/payment/gateways.h"
#include "handlers/payment/money.h"
#include "handlers/payment/report.h"
#include "sql/database.h"
#include "sql/gateway_store.h"
#include "sql/payment_store.h"

namespace permit::payment {
namespace {

using sql::PaymentRow;
using sql::Transaction;

// Two questions of an impatient payer are at least that far apart.
constexpr std::chrono::seconds kBetweenQuestions{5};
// Beyond these no payer's question is asked in a second.
constexpr int kQuestionsASecond = 4;
// So long payers leave a gateway alone that was too slow for one of them.
constexpr std::chrono::seconds kRest{30};
// So long nobody asks a gateway that said that it is asked too often; ECPay wants 30 minutes.
constexpr std::chrono::minutes kBar{30};

enum class Asker { kJob, kPayer };

bool CanBeAsked(const PaymentRow& payment, Instant now) {
  switch (payment.state) {
    case PaymentState::kAtBank:
    case PaymentState::kAsking:
    case PaymentState::kFailed:
    case PaymentState::kVoided:
    case PaymentState::kExpired:
      return true;
    case PaymentState::kPaid:
      return payment.next_ask_at && *payment.next_ask_at <= now;
    case PaymentState::kCreated:
    case PaymentState::kSlipOut:
    case PaymentState::kRevoked:
      return false;
  }
  return false;
}

// What became of it is not known, and no other question is under way. Each question sets the next
// one, which tells when it was asked.
bool MayPayerAsk(const Services& services, const PaymentRow& payment) {
  if (payment.state != PaymentState::kAsking) return payment.state == PaymentState::kAtBank;
  Instant asked = payment.state_since;
  if (payment.next_ask_at) {
    const std::chrono::minutes ahead(services.settings.ask_after_minutes);
    asked = std::max(asked, *payment.next_ask_at - ahead);
  }
  return services.clock.Now() >= asked + kBetweenQuestions;
}

// Nobody was sent anywhere, so there is nobody to ask.
void LetExpire(Transaction& transaction, PaymentRow& payment, const std::string& actor,
               Instant now) {
  if (payment.state != PaymentState::kCreated) return;
  if (now < payment.expires_at) return sql::SetNextAsk(transaction, payment, payment.expires_at);
  sql::MovePayment(transaction, payment, {PaymentEvent::kExpire, actor, "never announced"}, now);
}

// Before the question. The next one is due even if nobody comes back from this one. Gives what is
// to be asked about, or why nothing is.
tl::expected<PaymentRow, Asked> Announce(Services& services, const std::string& reference,
                                         const std::string& actor, Asker asker) {
  using Announced = tl::expected<PaymentRow, Asked>;
  return services.database.Transact([&](Transaction& transaction) -> Announced {
    auto payment = sql::LockPayment(transaction, reference);
    if (!payment) return tl::unexpected(Asked::kNothingToAsk);
    Instant now = services.clock.Now();
    if (services.gateways->For(payment->method) == nullptr)
      return tl::unexpected(Asked::kNothingToAsk);
    const std::string_view settled = Code(SettlementOf(payment->method));
    if (asker == Asker::kPayer) {
      if (!MayPayerAsk(services, *payment)) return tl::unexpected(Asked::kNothingToAsk);
      if (sql::GatewayRests(transaction, settled, now)) return tl::unexpected(Asked::kNoReply);
    }
    if (!CanBeAsked(*payment, now)) {
      if (payment->next_ask_at && *payment->next_ask_at <= now)
        sql::SetNextAsk(transaction, *payment, std::nullopt);
      LetExpire(transaction, *payment, actor, now);
      return tl::unexpected(Asked::kNothingToAsk);
    }
    if (sql::GatewayBars(transaction, settled, now) ||
        (asker == Asker::kPayer &&
         sql::QuestionsSince(transaction, now - std::chrono::seconds(1)) >= kQuestionsASecond))
      return tl::unexpected(Asked::kNoReply);
    sql::MovePayment(transaction, *payment, {PaymentEvent::kAsk, actor, ""}, now);
    sql::SetNextAsk(transaction, *payment,
                    now + std::chrono::minutes(services.settings.ask_after_minutes));
    return *payment;
  });
}

void NoteRefusal(Services& services, sql::Executor& executor, SettledBy gateway, Refusal refusal) {
  const Instant now = services.clock.Now();
  if (refusal == Refusal::kTooSlow) sql::LetGatewayRest(executor, Code(gateway), now + kRest);
  if (refusal == Refusal::kBarred) sql::BarGateway(executor, Code(gateway), now + kBar);
}

Asked RecordNoReply(Services& services, const std::string& reference, const std::string& actor,
                    Refusal refusal) {
  Log(Severity::kWarning, "payment.query-failed",
      {{"payment", reference}, {"reason", Code(refusal)}});
  services.database.Transact([&](Transaction& transaction) {
    if (auto payment = sql::LockPayment(transaction, reference)) {
      NoteRefusal(services, transaction, SettlementOf(payment->method), refusal);
      sql::MovePayment(transaction, *payment, {PaymentEvent::kNoReply, actor, Code(refusal)},
                       services.clock.Now());
    }
  });
  return Asked::kNoReply;
}

// After a reply that knows of no money. A payment stays open beyond its end when somebody else,
// who got no reply, moved it out of "asking" meanwhile: that one is asked about
// soon.
std::optional<Instant> NextQuestion(const Services& services, const PaymentRow& payment,
                                    Instant now) {
  const bool open = IsOpen(payment.state);
  if (now < payment.expires_at) {
    return open ? std::min(now + std::chrono::days(1), payment.expires_at) : payment.expires_at;
  }
  if (!open) return std::nullopt;
  return now + std::chrono::minutes(services.settings.ask_after_minutes);
}

// The gateway knows of no money. A payment expires nowhere but here, after this reply.
Asked RecordUnpaid(Services& services, Transaction& transaction, const TradeReport& report,
                   const std::string& actor) {
  auto payment = sql::LockPayment(transaction, report.reference);
  if (!payment || payment->state == PaymentState::kPaid) return Asked::kNothingToAsk;
  Instant now = services.clock.Now();
  bool over = now >= payment->expires_at;
  PaymentEvent event = over ? PaymentEvent::kExpire : PaymentEvent::kStillUnpaid;
  bool moved = sql::MovePayment(transaction, *payment, {event, actor, report.code}, now);
  sql::SetNextAsk(transaction, *payment, NextQuestion(services, *payment, now));
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
      RecordUnpaid(services, transaction, report, actor);
      return Asked::kException;
    case Adopted::kRevoked:
    case Adopted::kNothing:
      return RecordUnpaid(services, transaction, report, actor);
  }
  return Asked::kNothingToAsk;
}

// Of a payment that was paid when it was asked about: its money stands, or was taken back.
Asked Recheck(Services& services, Transaction& transaction, const TradeReport& report,
              const std::string& actor) {
  switch (AdoptRecheck(services, transaction, report, actor)) {
    case Adopted::kRevoked:
      return Asked::kRevoked;
    case Adopted::kException:
      return Asked::kException;
    case Adopted::kNothing:
    case Adopted::kPaid:
    case Adopted::kFailed:
      return Asked::kPaid;
  }
  return Asked::kPaid;
}

Asked Ask(Services& services, const std::string& reference, const std::string& actor, Asker asker,
          std::optional<TradeState>* said = nullptr) {
  const auto announced = Announce(services, reference, actor, asker);
  if (!announced) return announced.error();
  const PaymentRow& payment = *announced;
  PassCrashPoint(CrashPoint::kAskAnnounced);
  auto reply = services.gateways->For(payment.method)
                   ->QueryTrade({reference, payment.session_key, asker == Asker::kPayer});
  if (!reply) return RecordNoReply(services, reference, actor, reply.error());
  PassCrashPoint(CrashPoint::kQueryReplied);
  const TradeReport& report = *reply;
  if (said != nullptr) *said = report.state;
  bool again = payment.state == PaymentState::kPaid;
  Asked asked = TransactMoney(services, [&](Transaction& transaction) {
    Asked done = again ? Recheck(services, transaction, report, actor)
                       : Adopt(services, transaction, report, actor);
    PassCrashPoint(CrashPoint::kAskInHand);
    return done;
  });
  PassCrashPoint(CrashPoint::kAskDone);
  if (asked == Asked::kPaid) IssuePapers(services, reference);
  return asked;
}

}  // namespace

Asked AskAboutPayment(Services& services, const std::string& reference, const std::string& actor) {
  return Ask(services, reference, actor, Asker::kJob);
}

Asked AskForPayer(Services& services, const std::string& reference, const std::string& actor,
                  std::optional<TradeState>* said) {
  return Ask(services, reference, actor, Asker::kPayer, said);
}

bool GatewayRests(Services& services, SettledBy gateway) {
  const Instant now = services.clock.Now();
  return sql::GatewayRests(services.database, Code(gateway), now) || GatewayBars(services, gateway);
}

bool GatewayBars(Services& services, SettledBy gateway) {
  return sql::GatewayBars(services.database, Code(gateway), services.clock.Now());
}

void NoteGatewayRefusal(Services& services, SettledBy gateway, Refusal refusal) {
  NoteRefusal(services, services.database, gateway, refusal);
}

std::string_view Code(Asked asked) {
  switch (asked) {
    case Asked::kNothingToAsk:
      return "nothing-to-ask";
    case Asked::kNoReply:
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
    case Asked::kRevoked:
      return "revoked";
  }
  return {};
}

}  // namespace permit::payment
