#include "handlers/rules/payment_method.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

TEST(PaymentMethodTest, EveryFamilyHasAMethod) {
  for (PaymentFamily family : kPaymentFamilies) {
    int methods = 0;
    for (PaymentMethod method : kPaymentMethods) methods += FamilyOf(method) == family;
    EXPECT_GT(methods, 0);
  }
}

TEST(PaymentMethodTest, SlipsAreForTheBankAndTheStores) {
  for (PaymentMethod method : kPaymentMethods) {
    bool slip =
        method == PaymentMethod::kVirtualAccount || method == PaymentMethod::kConvenienceStore;
    EXPECT_EQ(SettlementOf(method) == SettledBy::kSlip, slip) << Code(method);
  }
}

TEST(PaymentMethodTest, CostsAreThePublishedOnes) {
  EXPECT_EQ(CostOf(PaymentMethod::kCreditCard).percent, 2);
  EXPECT_EQ(CostOf(PaymentMethod::kWebAtm).fixed, 7);
  EXPECT_EQ(CostOf(PaymentMethod::kVirtualAccount).fixed, 10);
  EXPECT_EQ(CostOf(PaymentMethod::kEGovAccount).fixed, 15);
  EXPECT_EQ(CostOf(PaymentMethod::kEGovWebAtm).fixed, 15);
  EXPECT_TRUE(CostOf(PaymentMethod::kEGovCreditCard).set_by_issuer);
  EXPECT_EQ(CostOf(PaymentMethod::kConvenienceStore).fixed, 8);
}

TEST(PaymentMethodTest, CodesLeadBackToTheirMethods) {
  for (PaymentMethod method : kPaymentMethods) {
    EXPECT_EQ(PaymentMethodFromCode(Code(method)), method);
  }
  EXPECT_EQ(PaymentMethodFromCode("cash"), std::nullopt);
}

}  // namespace
}  // namespace permit
