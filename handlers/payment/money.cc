#include "handlers/payment/money.h"

#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include "fcgi/base/log.h"
#include "handlers/papers/permit.h"
#include "handlers/papers/receipt.h"
#include "handlers/payment/crash_point.h"
#include "handlers/payment/payment_mails.h"
#include "handlers/rules/ledger.h"
#include "sql/case_store.h"
#include "sql/database.h"
#include "sql/money_store.h"
#include "sql/payment_store.h"

namespace permit::payment {
namespace {

using sql::PaymentCaseRow;
using sql::PaymentRow;
using sql::Transaction;

// For a change that the rules and the locks allow, so that only a fault of the program prevents it.
void ThrowUnless(bool done, const std::string& what) {
  if (!done) throw std::logic_error(what);
}

std::vector<std::string> References(std::span<const Money> monies) {
  std::set<std::string> references;
  for (const Money& money : monies) references.insert(money.reference);
  references.erase("");
  return {references.begin(), references.end()};
}

std::vector<std::string> Causes(std::span<const Money> monies) {
  std::vector<std::string> causes;
  for (const Money& money : monies) causes.push_back(money.cause);
  return causes;
}

// Reads and locks all that the money may touch, decides one after the other in memory, and writes
// what was decided at the end. No payment moves twice: the cases of one that was voided here are
// paid by then.
class SettlementBatch {
 public:
  SettlementBatch(Services& services, Transaction& transaction, std::span<const Money> monies)
      : services_(services),
        transaction_(transaction),
        now_(services.clock.Now()),
        locked_(sql::LockPayments(transaction, References(monies))),
        known_(sql::KnownExceptions(transaction, Causes(monies))) {}

  MoneyOutcome Take(const Money& money);
  void Write();

 private:
  PaymentState State(const PaymentRow& payment) const;
  PaymentFacts Facts(const PaymentRow& payment) const;
  MoneyOutcome Except(const PaymentRow* payment, const Money& money, MoneyException kind);
  void Settle(PaymentRow& payment, const Money& money);
  void VoidOthers(const PaymentRow& payment);
  MovedPayment WithReceiptNumbers(const PaymentRow& payment) const;

  Services& services_;
  Transaction& transaction_;
  Instant now_;
  sql::LockedPayments locked_;
  std::set<std::string> known_;

  struct Void {
    PaymentRow* payment;
    std::string why;
  };
  std::map<std::uint64_t, Void> voided_;
  std::map<std::uint64_t, const Money*> settled_;
  std::vector<sql::CaseMoveOf> paid_cases_;
  std::vector<sql::ExceptionRow> exceptions_;
  std::vector<sql::Posting> postings_;
  std::vector<MovedPayment> received_;
  std::vector<UnappliedMoney> unapplied_;
};

MoneyOutcome SettlementBatch::Take(const Money& money) {
  auto id = locked_.ids.find(money.reference);
  if (id == locked_.ids.end()) return Except(nullptr, money, MoneyException::kUnknownNumber);
  PaymentRow& payment = locked_.payments.at(id->second);
  if (payment.trade_number == money.cause) {
    return {.fate = MoneyFate::kKnown, .payment_id = payment.id};
  }
  if (auto exception = JudgeMoney(Facts(payment), money.amount, TaipeiDate(money.paid_at))) {
    return Except(&payment, money, *exception);
  }
  Settle(payment, money);
  return {.fate = MoneyFate::kSettled, .payment_id = payment.id};
}

PaymentState SettlementBatch::State(const PaymentRow& payment) const {
  if (settled_.contains(payment.id)) return PaymentState::kPaid;
  if (voided_.contains(payment.id)) return PaymentState::kVoided;
  return payment.state;
}

PaymentFacts SettlementBatch::Facts(const PaymentRow& payment) const {
  PaymentFacts facts{State(payment), payment.amount, payment.deadline, {}};
  for (const auto& item : locked_.items.at(payment.id)) {
    facts.cases.push_back(locked_.cases.at(item.case_id).state);
  }
  return facts;
}

MoneyOutcome SettlementBatch::Except(const PaymentRow* payment, const Money& money,
                                     MoneyException kind) {
  Date paid_on = TaipeiDate(money.paid_at);
  sql::ExceptionRow row{.cause = money.cause,
                        .kind = kind,
                        .number = money.number,
                        .amount = money.amount,
                        .paid_on = paid_on,
                        .found_at = now_};
  if (payment != nullptr) {
    row.payment_id = payment->id;
    row.method = payment->method;
  }
  if (!known_.insert(money.cause).second) {
    return {.fate = MoneyFate::kKnown, .payment_id = row.payment_id};
  }
  postings_.push_back({{"exception:" + money.cause, paid_on, row.payment_id, now_},
                       PostException(row.method, money.amount)});
  exceptions_.push_back(row);
  if (payment != nullptr) {
    unapplied_.push_back(
        {WithReceiptNumbers(*payment), kind, money.cause, money.amount, money.paid_at});
  }
  Log(Severity::kWarning, "payment.excepted",
      {{"number", money.number}, {"kind", Code(kind)}, {"cause", money.cause}});
  return {.fate = MoneyFate::kException, .exception = kind, .payment_id = row.payment_id};
}

void SettlementBatch::Settle(PaymentRow& payment, const Money& money) {
  VoidOthers(payment);
  settled_.emplace(payment.id, &money);
  payment.trade_number = money.cause;
  payment.paid_at = money.paid_at;
  payment.next_ask_at = NextRecheck(services_, payment);
  std::vector<FeePaid> fees;
  for (const auto& item : locked_.items.at(payment.id)) {
    PaymentCaseRow& one = locked_.cases.at(item.case_id);
    fees.push_back({one.service, item.amount});
    paid_cases_.push_back({one.case_id, one.state, payment.reference});
    one.state = NextCaseState(one.state, CaseEvent::kSettle).value();
    locked_.holders[one.case_id] = payment.id;
  }
  postings_.push_back({{"paid:" + payment.reference, TaipeiDate(money.paid_at), payment.id, now_},
                       PostFees(payment.method, fees)});
  received_.push_back(WithReceiptNumbers(payment));
  Log(Severity::kInfo, "payment.settled", {{"payment", payment.reference}, {"cause", money.cause}});
}

MovedPayment SettlementBatch::WithReceiptNumbers(const PaymentRow& payment) const {
  MovedPayment moved{&payment, {}};
  for (const auto& item : locked_.items.at(payment.id)) {
    moved.receipt_numbers.push_back(locked_.cases.at(item.case_id).receipt_number);
  }
  return moved;
}

// The cases are unpaid, so whatever else holds them is open.
void SettlementBatch::VoidOthers(const PaymentRow& payment) {
  for (const auto& item : locked_.items.at(payment.id)) {
    auto holder = locked_.holders.find(item.case_id);
    if (holder == locked_.holders.end() || holder->second == payment.id) continue;
    PaymentRow& other = locked_.payments.at(holder->second);
    if (!HoldsCases(State(other))) continue;
    ThrowUnless(IsOpen(State(other)),
                "payment " + other.reference + " holds an unpaid case and cannot be voided");
    voided_.emplace(other.id, Void{&other, "paid by " + payment.reference});
  }
}

void SettlementBatch::Write() {
  std::vector<sql::PaymentMove> moves;
  std::vector<PaymentRow*> paid;
  for (const auto& [id, given_up] : voided_) {
    moves.push_back({given_up.payment, {PaymentEvent::kVoid, "system", given_up.why}});
  }
  for (const auto& [id, money] : settled_) {
    paid.push_back(&locked_.payments.at(id));
    moves.push_back({paid.back(), {PaymentEvent::kSettle, money->actor, money->cause}});
  }
  ThrowUnless(sql::MovePayments(transaction_, moves, now_), "a locked payment cannot be moved");
  sql::SetPaid(transaction_, paid);
  ThrowUnless(sql::MoveCases(transaction_, paid_cases_, CaseEvent::kSettle, "system", now_),
              "a locked case cannot be settled");
  sql::AddExceptions(transaction_, exceptions_);
  sql::Book(transaction_, postings_);
  SendMoneyMails(services_, transaction_, received_, unapplied_);
}

}  // namespace

std::vector<MoneyOutcome> TakeMoney(Services& services, Transaction& transaction,
                                    std::span<const Money> monies) {
  SettlementBatch batch(services, transaction, monies);
  std::vector<MoneyOutcome> outcomes;
  for (const Money& money : monies) outcomes.push_back(batch.Take(money));
  batch.Write();
  return outcomes;
}

MoneyOutcome TakeMoney(Services& services, Transaction& transaction, const Money& money) {
  return TakeMoney(services, transaction, {&money, 1}).front();
}

bool TakeBackMoney(Services& services, Transaction& transaction, const std::string& reference,
                   const std::string& actor, const std::string& code) {
  Instant now = services.clock.Now();
  auto payment = sql::LockPayment(transaction, reference);
  if (!payment ||
      !sql::MovePayment(transaction, *payment, {PaymentEvent::kRevoke, actor, code}, now))
    return false;
  sql::SetNextAsk(transaction, *payment, std::nullopt);
  const std::string cause = "revoked:" + payment->trade_number;
  const Date today = TaipeiDate(now);
  sql::AddExceptions(transaction, {{.cause = cause,
                                    .kind = MoneyException::kRevoked,
                                    .number = payment->reference,
                                    .payment_id = payment->id,
                                    .method = payment->method,
                                    .amount = -payment->amount,
                                    .paid_on = today,
                                    .found_at = now}});
  sql::Book(transaction, {"exception:" + cause, today, payment->id, now},
            PostException(payment->method, -payment->amount));
  MovedPayment revoked{&*payment, {}};
  for (const PaymentCaseRow& one : sql::PaymentCases(transaction, payment->id)) {
    revoked.receipt_numbers.push_back(one.receipt_number);
  }
  SendRevokedMail(services, transaction, revoked);
  PassCrashPoint(CrashPoint::kRevokeInHand);
  Log(Severity::kWarning, "payment.revoked", {{"payment", reference}, {"code", code}});
  return true;
}

bool MakeGood(Services& services, Transaction& transaction, const std::string& reference,
              const std::string& actor, const std::string& note) {
  const Instant now = services.clock.Now();
  auto payment = sql::LockPayment(transaction, reference);
  if (!payment ||
      !sql::MovePayment(transaction, *payment, {PaymentEvent::kMakeGood, actor, note}, now))
    return false;
  if (const auto owed = sql::LockOpenException(transaction, payment->id, MoneyException::kRevoked))
    CloseException(transaction, *owed, actor, note, now);
  sql::LeaveFeesToCashier(transaction, *payment, now);
  return true;
}

bool CloseException(Transaction& transaction, const sql::ExceptionRow& exception,
                    const std::string& actor, const std::string& note, Instant now) {
  if (!sql::CloseException(transaction, exception.id, actor, note, now)) return false;
  sql::Book(
      transaction,
      {"resolved:" + std::to_string(exception.id), TaipeiDate(now), exception.payment_id, now},
      PostResolution(exception.method, exception.amount));
  return true;
}

std::optional<Instant> NextRecheck(const Services& services, const PaymentRow& payment) {
  if (SettlementOf(payment.method) == SettledBy::kSlip || !payment.paid_at) return std::nullopt;
  Instant next = services.clock.Now() + std::chrono::days(1);
  Date last =
      AddDays(TaipeiDate(*payment.paid_at), static_cast<int>(services.settings.recheck_days));
  return TaipeiDate(next) <= last ? std::optional(next) : std::nullopt;
}

void IssuePapers(Services& services, const std::string& reference) {
  Instant now = services.clock.Now();
  try {
    services.database.Transact([&](Transaction& transaction) {
      const auto locked = sql::LockPayments(transaction, {reference});
      const auto id = locked.ids.find(reference);
      if (id == locked.ids.end()) return;
      if (locked.payments.at(id->second).state != PaymentState::kPaid) return;
      IssueReceipt(transaction, services.settings, id->second, now);
      for (const auto& item : locked.items.at(id->second)) {
        IssuePermit(transaction, services.settings, item.case_id, now);
      }
      PassCrashPoint(CrashPoint::kPapersInHand);
    });
    PassCrashPoint(CrashPoint::kPapersDone);
  } catch (const std::exception& error) {
    Log(Severity::kError, "payment.papers-deferred",
        {{"payment", reference}, {"reason", error.what()}});
  }
}

}  // namespace permit::payment
