#include "handlers/rules/settlement_file.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

using std::chrono::year;

std::string Column(std::string text, std::size_t width) {
  text.resize(width, ' ');
  return text;
}

std::string Header() {
  return "1" + Column("6952", 8) + Column("TFM", 8) + "6II" + "1" + "20260316" + Column("", 91);
}

std::string Detail(const std::string& status = "00") {
  return "2" + Column("6952", 8) + Column("TFM", 8) + Column("SHOP12", 8) +
         Column("00000000123456", 14) + "6II" + status + "20260317" + "20260315" + "0807096II" +
         Column("1385086952001009", 20) + "070939000001000" + Column("", 16);
}

std::string Trailer(const std::string& total = "0000000000200000",
                    const std::string& count = "0000000002") {
  return "3" + Column("6952", 8) + Column("TFM", 8) + "6II" + "20260316" + total + count +
         Column("", 66);
}

std::string File(std::vector<std::string> records) {
  std::string bytes;
  for (const std::string& record : records) bytes += record + "\r\n";
  return bytes;
}

void ExpectRefused(const std::string& bytes, std::size_t line, SettlementFault fault) {
  auto result = ReadSettlementFile(bytes);
  ASSERT_FALSE(result.has_value()) << Code(fault);
  EXPECT_EQ(result.error().line, line) << Code(fault);
  EXPECT_EQ(Code(result.error().fault), Code(fault));
}

std::string With(std::string record, std::size_t at, const std::string& text) {
  return record.replace(at, text.size(), text);
}

TEST(SettlementFile, IsReadWhole) {
  auto file = ReadSettlementFile(File({Header(), Detail(), Detail("99"), Trailer()}));
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file->company, "6952");
  EXPECT_EQ(file->collector, "TFM");
  EXPECT_EQ(file->sent_on, Date(year{2026} / 3 / 16));
  EXPECT_EQ(file->total, 2000);
  ASSERT_EQ(file->lines.size(), 2u);
  const SettlementLine& line = file->lines[0];
  EXPECT_EQ(line.line, 2u);
  EXPECT_EQ(line.shop, "SHOP12");
  EXPECT_EQ(line.account, "00000000123456");
  EXPECT_TRUE(line.good());
  EXPECT_EQ(line.booked_on, Date(year{2026} / 3 / 17));
  EXPECT_EQ(line.paid_on, Date(year{2026} / 3 / 15));
  EXPECT_EQ(line.barcodes, (SlipBarcodes{"0807096II", "1385086952001009", "070939000001000"}));
  EXPECT_EQ(line.amount, 1000);
  EXPECT_FALSE(file->lines[1].good());
}

TEST(SettlementFile, MayHoldNoDetailsAndEndWithoutALineBreak) {
  std::string bytes = Header() + "\n" + Trailer("0000000000000000", "0000000000");
  EXPECT_TRUE(ReadSettlementFile(bytes).has_value());
}

TEST(SettlementFile, BytesOfBig5InFillersDoNotMatter) {
  std::string header = With(Header(), 40, "\xa4\xa4\xb5\xd8");
  auto result = ReadSettlementFile(File({header, Trailer("0000000000000000", "0000000000")}));
  EXPECT_TRUE(result.has_value());
}

TEST(SettlementFile, IsRefusedWithLineAndReason) {
  using enum SettlementFault;
  ExpectRefused("", 0, kEmpty);
  ExpectRefused("\r\n\r\n", 0, kEmpty);
  ExpectRefused(File({Header(), Detail() + "x", Trailer()}), 2, kLength);
  ExpectRefused(File({Header(), "", Trailer()}), 2, kLength);
  ExpectRefused(File({Header(), With(Detail(), 0, "4"), Trailer()}), 2, kRecordType);
  ExpectRefused(File({Detail(), Trailer()}), 1, kOrder);
  ExpectRefused(File({Header(), Header(), Trailer()}), 2, kOrder);
  ExpectRefused(File({Header(), Trailer(), Trailer()}), 2, kOrder);
  ExpectRefused(File({Header(), Detail()}), 2, kOrder);
  ExpectRefused(File({Header()}), 1, kOrder);
  ExpectRefused(File({With(Header(), 21, "20260231"), Trailer()}), 1, kDate);
  ExpectRefused(File({Header(), With(Detail(), 44, "2026031X"), Trailer()}), 2, kDate);
  ExpectRefused(File({Header(), With(Detail(), 52, "        "), Trailer()}), 2, kDate);
  ExpectRefused(File({Header(), With(Detail(), 103, "1"), Trailer()}), 2, kBarcode);
  ExpectRefused(File({Header(), With(Detail(), 1, "9"), Trailer()}), 2, kDisagrees);
  ExpectRefused(File({Header(), With(Detail(), 9, "OK "), Trailer()}), 2, kDisagrees);
  ExpectRefused(File({Header(), Detail(), With(Trailer(), 20, "20260317")}), 3, kDisagrees);
  ExpectRefused(File({Header(), Detail(), Trailer("0000000000100001", "0000000001")}), 3, kTotal);
  ExpectRefused(File({Header(), Detail(), Trailer("0000000000100000")}), 3, kCount);
  ExpectRefused(File({Header(), Detail(), Trailer("000000000010000X", "0000000001")}), 3, kNumber);
}

TEST(SettlementFile, AnAmountMustBeANumber) {
  std::string third =
      "0709" + *SlipCheckCharacters("0807096II", "1385086952001009", "070900000100A") + "00000100A";
  ExpectRefused(File({Header(), With(Detail(), 89, third), Trailer()}), 2,
                SettlementFault::kNumber);
}

}  // namespace
}  // namespace permit
