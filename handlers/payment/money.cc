#include "handlers/payment/money.h"

#include <stdexcept>
#include <vector>

#include "fcgi/base/log.h"
#include "handlers/issuing.h"
#include "handlers/payment/received_mail.h"
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

PaymentFacts Facts(const PaymentRow& payment, const std::vector<PaymentCaseRow>& cases) {
  PaymentFacts facts{payment.state, payment.amount, payment.deadline, {}};
  for (const PaymentCaseRow& one : cases) facts.cases.push_back(one.state);
  return facts;
}

MoneyOutcome Except(Services& services, Transaction& transaction, const PaymentRow* payment,
                    const Money& money, MoneyException kind) {
  Instant now = services.clock.Now();
  Date paid_on = TaipeiDate(money.paid_at);
  sql::ExceptionRow row{.cause = money.cause,
                        .kind = kind,
                        .number = money.number,
                        .amount = money.amount,
                        .paid_on = paid_on,
                        .found_at = now};
  if (payment != nullptr) {
    row.payment_id = payment->id;
    row.method = payment->method;
  }
  if (!sql::AddException(transaction, row)) {
    return {.fate = MoneyFate::kKnown, .payment_id = row.payment_id};
  }
  sql::Book(transaction, {"exception:" + money.cause, paid_on, row.payment_id, now},
            PostException(row.method, money.amount));
  Log(Severity::kWarning, "payment.exception",
      {{"number", money.number}, {"kind", Code(kind)}, {"cause", money.cause}});
  return {.fate = MoneyFate::kException, .exception = kind, .payment_id = row.payment_id};
}

// What a change that cannot fail by the rules did not do.
void Demand(bool done, const std::string& what) {
  if (!done) throw std::logic_error(what);
}

// The cases are unpaid, so whatever else holds them is open.
void VoidOthers(Transaction& transaction, const PaymentRow& payment,
                const std::vector<PaymentCaseRow>& cases, Instant now) {
  for (const PaymentCaseRow& one : cases) {
    auto holder = sql::LockReferenceHolding(transaction, one.case_id);
    if (!holder || *holder == payment.reference) continue;
    auto other = sql::LockPayment(transaction, *holder);
    Demand(other && sql::MovePayment(
                        transaction, *other,
                        {PaymentEvent::kVoid, "system", "paid by " + payment.reference}, now),
           "payment " + *holder + " holds an unpaid case and cannot be voided");
  }
}

void Settle(Services& services, Transaction& transaction, PaymentRow& payment,
            const std::vector<PaymentCaseRow>& cases, const Money& money) {
  Instant now = services.clock.Now();
  VoidOthers(transaction, payment, cases, now);
  Demand(sql::MovePayment(transaction, payment, {PaymentEvent::kSettle, money.actor, money.cause},
                          now),
         "payment " + payment.reference + " cannot be settled");
  sql::SetPaid(transaction, payment, money.cause, money.paid_at);
  std::vector<FeePaid> fees;
  for (const PaymentCaseRow& one : cases) {
    fees.push_back({one.service, one.amount});
    Demand(sql::MoveCase(transaction, one.case_id, CaseEvent::kSettle, "system", payment.reference,
                         now)
               .moved(),
           "case " + one.receipt_number + " cannot be settled");
  }
  sql::Book(transaction, {"paid:" + payment.reference, TaipeiDate(money.paid_at), payment.id, now},
            PostFees(payment.method, fees));
  SendReceivedMail(services, transaction, payment, cases);
  Log(Severity::kInfo, "payment.settled", {{"payment", payment.reference}, {"cause", money.cause}});
}

}  // namespace

MoneyOutcome TakeMoney(Services& services, Transaction& transaction, const std::string& reference,
                       const Money& money) {
  if (reference.empty()) {
    return Except(services, transaction, nullptr, money, MoneyException::kUnknownNumber);
  }
  auto cases = sql::LockPaymentCases(transaction, reference);
  auto payment = sql::LockPayment(transaction, reference);
  if (!payment) {
    return Except(services, transaction, nullptr, money, MoneyException::kUnknownNumber);
  }
  if (payment->trade_number == money.cause) {
    return {.fate = MoneyFate::kKnown, .payment_id = payment->id};
  }
  if (auto exception =
          JudgeMoney(Facts(*payment, cases), money.amount, TaipeiDate(money.paid_at))) {
    return Except(services, transaction, &*payment, money, *exception);
  }
  Settle(services, transaction, *payment, cases, money);
  return {.fate = MoneyFate::kSettled, .payment_id = payment->id};
}

void IssuePapers(Services& services, const std::string& reference) {
  Instant now = services.clock.Now();
  try {
    services.database.Transact([&](Transaction& transaction) {
      auto payment = sql::LockPayment(transaction, reference);
      if (!payment || payment->state != PaymentState::kPaid) return;
      IssueReceipt(transaction, services.settings, payment->id, now);
      for (const PaymentCaseRow& one : sql::PaymentCases(transaction, payment->id)) {
        IssuePermit(transaction, services.settings, one.case_id, now);
      }
    });
  } catch (const std::exception& error) {
    Log(Severity::kError, "payment.papers_wait",
        {{"payment", reference}, {"reason", error.what()}});
  }
}

}  // namespace permit::payment
