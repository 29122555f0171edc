// What money that has arrived counts for: it settles its payment, or it is a named exception that
// goes into the books and to the cashier. Money that goes away again is one too, and so is a fee
// whose case ends without a permit.
//
// A collector's number binds the amount but does not find two digits swapped two places apart, so a
// settlement is matched on number and amount both.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/payment_state.h"

namespace permit {

enum class MoneyException {
  kUnknownNumber,  // no payment bears the number
  kWrongAmount,    // not what was asked for
  kLate,           // paid after the deadline
  kSecondPayment,  // the payment, or one of its cases, is paid already
  kCaseWithdrawn,  // one of its cases no longer awaits payment
  kRevoked,        // money that had settled was taken back; its amount is below zero
  kCaseClosed,     // a fee that had settled, of a case that was closed without a permit
};
inline constexpr MoneyException kMoneyExceptions[] = {
    MoneyException::kUnknownNumber, MoneyException::kWrongAmount,   MoneyException::kLate,
    MoneyException::kSecondPayment, MoneyException::kCaseWithdrawn, MoneyException::kRevoked,
    MoneyException::kCaseClosed};

// What is known of the payment whose number the money bears.
struct PaymentFacts {
  PaymentState state;
  std::int64_t amount;
  std::optional<Date> deadline;  // the last day on which it may be paid
  std::vector<CaseState> cases;
};

// nullopt: the money settles the payment.
std::optional<MoneyException> JudgeMoney(const PaymentFacts& payment, std::int64_t amount,
                                         Date paid_on);

std::string_view Code(MoneyException exception);  // "wrong-amount" …
std::optional<MoneyException> MoneyExceptionFromCode(std::string_view code);

}  // namespace permit
