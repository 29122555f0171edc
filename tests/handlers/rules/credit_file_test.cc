#include "handlers/rules/credit_file.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

const std::string kHead = std::string(kCreditFileHead) + "\n";

SettlementRefusal Refused(const std::string& bytes) {
  auto read = ReadCreditFile(bytes);
  if (!read) return read.error();
  ADD_FAILURE() << "taken: " << bytes;
  return {};
}

TEST(CreditFileTest, ReadsEveryLine) {
  std::string bytes = kHead +
                      "1385086952001009,1000,2026-03-05,BOT1\r\n"
                      "\n"
                      "1385086952001007,300,2026/03/04,BOT2";
  ASSERT_TRUE(IsCreditFile(bytes));
  auto read = ReadCreditFile(bytes);
  ASSERT_TRUE(read.has_value());
  const SettlementFile& file = *read;
  ASSERT_EQ(file.lines.size(), 2u);
  EXPECT_EQ(file.total, 1300);
  EXPECT_EQ(file.sent_on, *ParseDate("2026/03/05"));
  EXPECT_EQ(file.lines[1].line, 4u);
  EXPECT_EQ(file.lines[1].barcodes.second, "1385086952001007");
  EXPECT_EQ(file.lines[1].amount, 300);
  EXPECT_EQ(file.lines[1].paid_on, *ParseDate("2026/03/04"));
  EXPECT_TRUE(file.lines[1].good());
}

TEST(CreditFileTest, RefusesTheWholeFileWithTheLineAndTheReason) {
  const std::string good = "1385086952001009,1000,2026-03-05,BOT1\n";
  for (const auto& [line, fault] :
       {std::pair{"1385086952001009,1000,2026-03-05", SettlementFault::kLength},
        std::pair{"1385086952001009,1000,2026-03-05,B 1", SettlementFault::kNumber},
        std::pair{"1385086952001009,1000,2026-03-05,B\xff", SettlementFault::kNumber},
        std::pair{"1385086952001009,1000,2026-03-05,BOT1,x", SettlementFault::kLength},
        std::pair{"138508695200100,1000,2026-03-05,BOT1", SettlementFault::kNumber},
        std::pair{"138508695200100x,1000,2026-03-05,BOT1", SettlementFault::kNumber},
        std::pair{"1385086952001009,-1,2026-03-05,BOT1", SettlementFault::kNumber},
        std::pair{"1385086952001009,1.5,2026-03-05,BOT1", SettlementFault::kNumber},
        std::pair{"1385086952001009,1000,2026-02-30,BOT1", SettlementFault::kDate},
        std::pair{"1385086952001009,1000,2026-03-05,", SettlementFault::kNumber}}) {
    SettlementRefusal refusal = Refused(kHead + good + line + "\n");
    EXPECT_EQ(refusal.line, 3u) << line;
    EXPECT_EQ(refusal.fault, fault) << line;
  }
  EXPECT_EQ(Refused(kHead).fault, SettlementFault::kEmpty);
  EXPECT_EQ(Refused("number,amount\n" + good).line, 1u);
  EXPECT_FALSE(IsCreditFile("1" + std::string(119, ' ')));
}

}  // namespace
}  // namespace permit
