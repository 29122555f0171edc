#include "handlers/payment/check_mac_value.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/known_answers.h"

namespace permit::payment {
namespace {

// The public sandbox merchant's.
constexpr std::string_view kKey = "pwFHCqoQZGmho4w6";
constexpr std::string_view kIv = "EkRm7iFT261dpevs";

Fields Phone() {
  return {{"ChoosePayment", "ALL"},
          {"EncryptType", "1"},
          {"ItemName", "Apple iphone 15"},
          {"MerchantID", "3002607"},
          {"MerchantTradeDate", "2023/03/12 15:30:23"},
          {"MerchantTradeNo", "ecpay20230312153023"},
          {"PaymentType", "aio"},
          {"ReturnURL", "https://www.ecpay.com.tw/receive.php"},
          {"TotalAmount", "30000"},
          {"TradeDesc", "促銷方案"}};
}
constexpr std::string_view kPhoneValue =
    "6C51C9E6888DE861FD62FB1DD17029FC742634498FD813DC43D4243B5685B840";

TEST(CheckMacValueTest, KnownAnswers) {
  EXPECT_EQ(CheckMacValue(Phone(), kKey, kIv), kPhoneValue);
  EXPECT_EQ(
      CheckMacValue({{"MerchantID", "3002607"}, {"ItemName", "Tom's Shop"}, {"TotalAmount", "100"}},
                    kKey, kIv),
      "CF0A3D4901D99459D8641516EC57210700E8A5C9AB26B1D021301E9CB93EF78D");
}

TEST(CheckMacValueTest, SealsAsAnotherHandDoes) {
  const unsigned seed = test::AnySeed();
  SCOPED_TRACE("PERMIT_SEED=" + std::to_string(seed) + " repeats it");
  for (const auto& row : test::KnownAnswers("seals", seed, 500)) {
    Fields fields;
    for (std::size_t i = 3; i + 1 < row.size(); i += 2) fields.emplace_back(row[i], row[i + 1]);
    EXPECT_EQ(CheckMacValue(fields, row[0], row[1]), row[2]);
  }
}

TEST(CheckMacValueTest, NeitherOrderNorTheValueItselfMatters) {
  Fields fields = Phone();
  std::reverse(fields.begin(), fields.end());
  fields.emplace_back("CheckMacValue", "whatever");
  EXPECT_EQ(CheckMacValue(fields, kKey, kIv), kPhoneValue);
}

TEST(CheckMacValueTest, EveryFieldCounts) {
  for (std::size_t i = 0; i < Phone().size(); ++i) {
    Fields fields = Phone();
    fields[i].second += "x";
    EXPECT_NE(CheckMacValue(fields, kKey, kIv), kPhoneValue) << fields[i].first;
  }
  EXPECT_NE(CheckMacValue(Phone(), "other", kIv), kPhoneValue);
  EXPECT_NE(CheckMacValue(Phone(), kKey, "other"), kPhoneValue);
}

TEST(CheckMacValueTest, EncodesAsDotNetDoes) {
  EXPECT_EQ(DotNetUrlEncode("a b-_.!*()~'/=&"), "a+b-_.!*()%7e%27%2f%3d%26");
  EXPECT_EQ(DotNetUrlEncode("促"), "%e4%bf%83");
}

}  // namespace
}  // namespace permit::payment
