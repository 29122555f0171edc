#include "handlers/rules/payment_verdict.h"

#include <algorithm>

namespace permit {
namespace {

bool IsPaidFor(CaseState state) { return state == CaseState::kPaid || state == CaseState::kIssued; }

bool AwaitsPayment(CaseState state) { return NextCaseState(state, CaseEvent::kSettle).has_value(); }

}  // namespace

std::optional<MoneyException> JudgeMoney(const PaymentFacts& payment, std::int64_t amount,
                                         Date paid_on) {
  if (payment.state == PaymentState::kPaid) return MoneyException::kSecondPayment;
  if (std::ranges::any_of(payment.cases, IsPaidFor)) return MoneyException::kSecondPayment;
  if (!std::ranges::all_of(payment.cases, AwaitsPayment)) return MoneyException::kCaseWithdrawn;
  if (amount != payment.amount) return MoneyException::kWrongAmount;
  if (payment.deadline && paid_on > *payment.deadline) return MoneyException::kLate;
  return std::nullopt;
}

std::string_view Code(MoneyException exception) {
  switch (exception) {
    case MoneyException::kUnknownNumber:
      return "unknown-number";
    case MoneyException::kWrongAmount:
      return "wrong-amount";
    case MoneyException::kLate:
      return "late";
    case MoneyException::kSecondPayment:
      return "second-payment";
    case MoneyException::kCaseWithdrawn:
      return "case-withdrawn";
    case MoneyException::kRevoked:
      return "revoked";
    case MoneyException::kCaseClosed:
      return "case-closed";
  }
  return {};
}

std::optional<MoneyException> MoneyExceptionFromCode(std::string_view code) {
  for (MoneyException exception : kMoneyExceptions) {
    if (Code(exception) == code) return exception;
  }
  return std::nullopt;
}

}  // namespace permit
