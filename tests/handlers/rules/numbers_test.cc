// Receipt and group numbers, fees, virtual accounts, slip barcodes and capital numerals.
#include <gtest/gtest.h>

#include "handlers/rules/case_number.h"
#include "handlers/rules/chinese_numerals.h"
#include "handlers/rules/entry_permit.h"
#include "handlers/rules/fee.h"
#include "handlers/rules/slip_barcode.h"
#include "handlers/rules/virtual_account.h"

namespace permit {
namespace {

using std::chrono::year;

const std::vector<std::string> kUnits = {"6952"};

TEST(CaseNumber, AreWrittenAsTheAgencyWritesThem) {
  EXPECT_EQ(ReceiptNumber(108, kUnits, 100), "108695200100");
  EXPECT_EQ(ReceiptNumber(115, kUnits, 1), "115695200001");
  EXPECT_EQ(GroupNumber(108, std::vector<std::string>{"697"}, 16), "086970016");
}

TEST(CaseNumber, TheNextUnitTakesOverWhenSerialsAreUsedUp) {
  const std::vector<std::string> two = {"6952", "6953"};
  EXPECT_EQ(ReceiptNumber(115, two, 99999), "115695299999");
  EXPECT_EQ(ReceiptNumber(115, two, 100000), "115695300001");
  EXPECT_FALSE(ReceiptNumber(115, two, 199999).has_value());
  EXPECT_FALSE(ReceiptNumber(115, kUnits, 100000).has_value());
  EXPECT_FALSE(ReceiptNumber(115, kUnits, 0).has_value());
  EXPECT_EQ(GroupNumber(115, std::vector<std::string>{"697", "698"}, 10000), "156980001");
}

TEST(CaseNumber, AreRecognised) {
  EXPECT_TRUE(IsReceiptNumber("108695200100"));
  EXPECT_FALSE(IsReceiptNumber("10869520010"));
  EXPECT_FALSE(IsReceiptNumber("10869520010A"));
  EXPECT_TRUE(IsGroupNumber("086970016"));
  EXPECT_FALSE(IsGroupNumber("108695200100"));
}

TEST(Fee, IsPerService) {
  EXPECT_EQ(FeeOf(Service::kExchange), 1000);
  EXPECT_EQ(FeeOf(Service::kExtension), 300);
  EXPECT_EQ(FeeOf(Service::kDataChange), 0);
}

TEST(EntryPermit, CodesReadBack) {
  EXPECT_EQ(PermitKindFromCode("single"), PermitKind::kSingleEntry);
  EXPECT_EQ(PermitKindFromCode("multiple"), PermitKind::kMultipleEntry);
  EXPECT_EQ(PermitStatusFromCode("replaced"), PermitStatus::kReplaced);
  EXPECT_FALSE(PermitKindFromCode("valid").has_value());
  EXPECT_FALSE(PermitStatusFromCode("single").has_value());
}

TEST(VirtualAccount, KnownAnswers) {
  EXPECT_EQ(VirtualAccount("700602", "000046271", 14520), "7006020000462711");
  EXPECT_EQ(VirtualAccount("138508", "695200100", 1000), "1385086952001009");
  EXPECT_EQ(VirtualAccount("138508", "695200100", 300), "1385086952001007");
}

TEST(VirtualAccount, RefusesAnotherForm) {
  EXPECT_FALSE(VirtualAccount("13850", "695200100", 1000).has_value());
  EXPECT_FALSE(VirtualAccount("138508", "69520010", 1000).has_value());
  EXPECT_FALSE(VirtualAccount("138508", "69520010A", 1000).has_value());
  EXPECT_FALSE(VirtualAccount("138508", "695200100", -1).has_value());
  EXPECT_FALSE(VirtualAccount("138508", "695200100", 10000000000).has_value());
}

TEST(SlipBarcode, KnownAnswers) {
  EXPECT_EQ(SlipCheckCharacters("991231Y01", "ABCDEFGHIKLMNPQR", "1234000007890"), "9Y");
  for (const SlipBarcodes& barcodes :
       {SlipBarcodes{"991231Y01", "ABCDEFGHIKLMNPQR", "12349Y000007890"},
        SlipBarcodes{"960402627", "AIIN000000020892", "040265000003900"},
        SlipBarcodes{"4912316R7", "0015030950700056", "123156000003600"},
        SlipBarcodes{"0807096II", "1385086952001009", "070939000001000"}}) {
    EXPECT_TRUE(SlipBarcodesHold(barcodes)) << barcodes.first;
  }
}

TEST(SlipBarcode, TheDemonstrationSlip) {
  Date deadline = year{2019} / 7 / 9;
  auto barcodes =
      MakeSlipBarcodes(deadline, "6II", "1385086952001009", DuePeriodMonthDay(deadline), 1000);
  ASSERT_TRUE(barcodes.has_value());
  EXPECT_EQ(*barcodes, (SlipBarcodes{"0807096II", "1385086952001009", "070939000001000"}));
}

TEST(SlipBarcode, FindsEverySingleWrongDigit) {
  const SlipBarcodes good = {"0807096II", "1385086952001009", "070939000001000"};
  for (std::string SlipBarcodes::*symbol :
       {&SlipBarcodes::first, &SlipBarcodes::second, &SlipBarcodes::third}) {
    for (std::size_t at = 0; at < (good.*symbol).size(); ++at) {
      if ((good.*symbol)[at] == 'I') continue;
      for (char digit = '0'; digit <= '9'; ++digit) {
        if (digit == (good.*symbol)[at]) continue;
        SlipBarcodes wrong = good;
        (wrong.*symbol)[at] = digit;
        EXPECT_FALSE(SlipBarcodesHold(wrong)) << wrong.first << wrong.second << wrong.third;
      }
    }
  }
}

TEST(SlipBarcode, RefusesAnotherForm) {
  Date day = year{2026} / 1 / 1;
  const char* number = "1385086952001009";
  EXPECT_TRUE(MakeSlipBarcodes(day, "6II", number, "0101", kMaxSlipAmount).has_value());
  EXPECT_FALSE(MakeSlipBarcodes(day, "6II", number, "0101", 0).has_value());
  EXPECT_FALSE(MakeSlipBarcodes(day, "6II", number, "0101", kMaxSlipAmount + 1).has_value());
  EXPECT_FALSE(MakeSlipBarcodes(day, "6I", number, "0101", 1).has_value());
  EXPECT_FALSE(MakeSlipBarcodes(day, "6ii", number, "0101", 1).has_value());
  EXPECT_FALSE(MakeSlipBarcodes(day, "6II", "138508695200100", "0101", 1).has_value());
  EXPECT_FALSE(MakeSlipBarcodes(day, "6II", number, "101", 1).has_value());
  EXPECT_FALSE(MakeSlipBarcodes(year{2026} / 2 / 30, "6II", number, "0101", 1).has_value());
  EXPECT_FALSE(SlipCheckCharacters("a", "", "").has_value());
}

TEST(CaseNumber, AReceiptNumberTellsItsPlaceAmongThoseOfItsYear) {
  const std::vector<std::string> units = {"6952", "6953"};
  for (std::uint64_t count : {1u, 99999u, 100000u, 199998u}) {
    const auto place = CountOfReceiptNumber(*ReceiptNumber(115, units, count), units);
    ASSERT_TRUE(place) << count;
    EXPECT_EQ(place->roc_year, 115);
    EXPECT_EQ(place->count, count);
  }
  for (const char* other : {"115695200000", "115695400001", "11569520000", "11569520000A"}) {
    EXPECT_FALSE(CountOfReceiptNumber(other, units)) << other;
  }
}

TEST(SlipBarcode, TheRocYearIsTakenModuloAHundred) {
  auto barcodes = MakeSlipBarcodes(year{2026} / 12 / 31, "6II", "1385086952001009", "1231", 300);
  EXPECT_EQ(barcodes->first, "1512316II");
}

TEST(CapitalNumerals, MoneyOfReceipts) {
  EXPECT_EQ(CapitalNumerals(0), "零元整");
  EXPECT_EQ(CapitalNumerals(1000), "壹仟元整");
  EXPECT_EQ(CapitalNumerals(300), "參佰元整");
  EXPECT_EQ(CapitalNumerals(10), "壹拾元整");
  EXPECT_EQ(CapitalNumerals(1300), "壹仟參佰元整");
  EXPECT_EQ(CapitalNumerals(2005), "貳仟零伍元整");
  EXPECT_EQ(CapitalNumerals(2050), "貳仟零伍拾元整");
  EXPECT_EQ(CapitalNumerals(10000), "壹萬元整");
  EXPECT_EQ(CapitalNumerals(10300), "壹萬零參佰元整");
  EXPECT_EQ(CapitalNumerals(12345), "壹萬貳仟參佰肆拾伍元整");
  EXPECT_EQ(CapitalNumerals(100000001), "壹億零壹元整");
  EXPECT_EQ(CapitalNumerals(120034000), "壹億貳仟零參萬肆仟元整");
  EXPECT_EQ(CapitalNumerals(9999999999999999),
            "玖仟玖佰玖拾玖兆玖仟玖佰玖拾玖億玖仟玖佰玖拾玖萬玖仟玖佰玖拾玖元整");
}

}  // namespace
}  // namespace permit
