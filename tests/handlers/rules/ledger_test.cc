#include "handlers/rules/ledger.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

TEST(LedgerTest, FeesOfSeveralCasesAreOneDebitAndACreditEach) {
  FeePaid fees[] = {{Service::kExchange, 1000}, {Service::kExtension, 300}};
  auto legs = PostFees(PaymentMethod::kCreditCard, fees);
  ASSERT_EQ(legs.size(), 3u);
  EXPECT_EQ(legs[0].account, LedgerAccount::kCollector);
  EXPECT_EQ(legs[0].amount, 1300);
  EXPECT_EQ(legs[1].item, Service::kExchange);
  EXPECT_EQ(legs[1].amount, -1000);
  EXPECT_EQ(legs[2].amount, -300);
  EXPECT_TRUE(Balances(legs));
}

TEST(LedgerTest, AnExceptionAndItsResolutionLeaveNothingInSuspense) {
  std::int64_t suspense = 0;
  for (const auto& legs : {PostException(std::nullopt, 299), PostResolution(std::nullopt, 299)}) {
    EXPECT_TRUE(Balances(legs));
    for (const LedgerLeg& leg : legs) {
      if (leg.account == LedgerAccount::kSuspense) suspense += leg.amount;
    }
  }
  EXPECT_EQ(suspense, 0);
}

TEST(LedgerTest, AFeeGivenUpAndItsResolutionLeaveNothingEarnedAndNothingInSuspense) {
  const FeePaid fee{Service::kExchange, 1000};
  std::int64_t earned = 0;
  std::int64_t suspense = 0;
  for (const auto& legs :
       {PostFees(PaymentMethod::kWebAtm, {&fee, 1}), PostFeeGivenUp(PaymentMethod::kWebAtm, fee),
        PostResolution(PaymentMethod::kWebAtm, fee.amount)}) {
    EXPECT_TRUE(Balances(legs));
    for (const LedgerLeg& leg : legs) {
      if (leg.account == LedgerAccount::kFee) earned += leg.amount;
      if (leg.account == LedgerAccount::kSuspense) suspense += leg.amount;
    }
  }
  EXPECT_EQ(earned, 0);
  EXPECT_EQ(suspense, 0);
}

TEST(LedgerTest, OneLegAloneDoesNotBalance) {
  LedgerLeg leg{LedgerAccount::kCollector, PaymentMethod::kWebAtm, std::nullopt, 1};
  EXPECT_FALSE(Balances({&leg, 1}));
}

}  // namespace
}  // namespace permit
