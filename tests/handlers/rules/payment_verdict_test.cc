#include "handlers/rules/payment_verdict.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

constexpr Date kDeadline{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{31}};

PaymentFacts SlipOf1000() {
  return {PaymentState::kSlipOut, 1000, kDeadline, {CaseState::kAwaitingPayment}};
}

TEST(PaymentVerdictTest, TheRightAmountInTimeSettles) {
  EXPECT_EQ(JudgeMoney(SlipOf1000(), 1000, kDeadline), std::nullopt);
}

TEST(PaymentVerdictTest, TheDayAfterTheDeadlineIsLate) {
  EXPECT_EQ(JudgeMoney(SlipOf1000(), 1000, AddDays(kDeadline, 1)), MoneyException::kLate);
}

TEST(PaymentVerdictTest, ADollarMoreOrLessIsWrong) {
  EXPECT_EQ(JudgeMoney(SlipOf1000(), 999, kDeadline), MoneyException::kWrongAmount);
  EXPECT_EQ(JudgeMoney(SlipOf1000(), 1001, kDeadline), MoneyException::kWrongAmount);
}

TEST(PaymentVerdictTest, ThePaymentOrACasePaidBeforeMakesItTheSecond) {
  PaymentFacts payment = SlipOf1000();
  payment.state = PaymentState::kPaid;
  EXPECT_EQ(JudgeMoney(payment, 1000, kDeadline), MoneyException::kSecondPayment);
  payment = SlipOf1000();
  for (CaseState state : {CaseState::kPaid, CaseState::kIssued}) {
    payment.cases = {CaseState::kAwaitingPayment, state};
    EXPECT_EQ(JudgeMoney(payment, 1000, kDeadline), MoneyException::kSecondPayment);
  }
}

TEST(PaymentVerdictTest, OneCaseWithdrawnHoldsTheWholePaymentUp) {
  PaymentFacts payment = SlipOf1000();
  payment.cases = {CaseState::kAwaitingPayment, CaseState::kWithdrawn};
  EXPECT_EQ(JudgeMoney(payment, 1000, kDeadline), MoneyException::kCaseWithdrawn);
}

TEST(PaymentVerdictTest, MoneyForAGivenUpPaymentStillCountsWhileItsCasesAreUnpaid) {
  for (PaymentState state :
       {PaymentState::kVoided, PaymentState::kFailed, PaymentState::kExpired}) {
    PaymentFacts payment = SlipOf1000();
    payment.state = state;
    EXPECT_EQ(JudgeMoney(payment, 1000, kDeadline), std::nullopt) << Code(state);
  }
}

TEST(PaymentVerdictTest, CodesLeadBackToTheirExceptions) {
  for (MoneyException exception : kMoneyExceptions) {
    EXPECT_EQ(MoneyExceptionFromCode(Code(exception)), exception);
  }
  EXPECT_EQ(MoneyExceptionFromCode("fine"), std::nullopt);
}

}  // namespace
}  // namespace permit
