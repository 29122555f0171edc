// Numbers, barcodes and files of money held against another hand's, from random input.
#include <gtest/gtest.h>

#include <unistd.h>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "handlers/rules/settlement_file.h"
#include "handlers/rules/slip_barcode.h"
#include "handlers/rules/virtual_account.h"
#include "tests/support/known_answers.h"

namespace permit {
namespace {

constexpr int kRows = 500;

class MoneyNumbers : public ::testing::Test {
 protected:
  const unsigned seed = test::AnySeed();
  ::testing::ScopedTrace repeats{__FILE__, __LINE__,
                                 "PERMIT_SEED=" + std::to_string(seed) + " repeats it"};
};

TEST_F(MoneyNumbers, VirtualAccountsAreThoseOfAnotherHand) {
  for (const auto& row : test::KnownAnswers("accounts", seed, kRows)) {
    EXPECT_EQ(VirtualAccount(row[0], row[1], std::stol(row[2])), row[3]);
  }
}

TEST_F(MoneyNumbers, BarcodesAreThoseOfAnotherHand) {
  for (const auto& row : test::KnownAnswers("barcodes", seed, kRows)) {
    const auto made =
        MakeSlipBarcodes(*ParseDate(row[0]), row[1], row[2], row[3], std::stol(row[4]));
    ASSERT_TRUE(made.has_value());
    EXPECT_EQ(*made, (SlipBarcodes{row[5], row[6], row[7]}));
  }
}

TEST_F(MoneyNumbers, AFileOfAnotherHandIsReadAsItWasMeant) {
  const auto path =
      std::filesystem::temp_directory_path() / ("settlement-" + std::to_string(getpid()));
  const auto rows = test::KnownAnswers("settlement", seed, kRows, path);
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::filesystem::remove(path);
  const auto read = ReadSettlementFile(bytes);
  if (!read) FAIL() << "line " << read.error().line << ": " << Code(read.error().fault);
  const SettlementFile& file = *read;
  EXPECT_EQ(file.company, "69520000");
  ASSERT_EQ(file.lines.size(), rows.size());
  long total = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const SettlementLine& line = file.lines[i];
    const auto& row = rows[i];
    EXPECT_EQ(std::to_string(line.line), row[0]);
    EXPECT_EQ(line.collector, file.collector);
    EXPECT_EQ(line.shop, row[1]);
    EXPECT_EQ(line.account, row[2]);
    EXPECT_EQ(line.status, row[3]);
    EXPECT_EQ(line.good(), row[3] == "00");
    EXPECT_EQ(line.booked_on, *ParseDate(row[4]));
    EXPECT_EQ(line.paid_on, *ParseDate(row[5]));
    EXPECT_EQ(line.barcodes, (SlipBarcodes{row[6], row[7], row[8]}));
    EXPECT_EQ(std::to_string(line.amount), row[9]);
    total += line.amount;
  }
  EXPECT_EQ(file.total, total);
}

}  // namespace
}  // namespace permit
