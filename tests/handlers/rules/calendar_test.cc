#include "handlers/rules/calendar.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::year;

TEST(Calendar, ADayBeginsInTaipei) {
  Instant before = sys_days{year{2026} / 3 / 14} + 15h + 59min + 59s;
  EXPECT_EQ(TaipeiDate(before), Date(year{2026} / 3 / 14));
  EXPECT_EQ(TaipeiDate(before + 1s), Date(year{2026} / 3 / 15));
  EXPECT_EQ(StartOfDay(year{2026} / 3 / 15), before + 1s);
  EXPECT_EQ(FormatTime(before), "2026-03-14 23:59:59");
}

TEST(Calendar, DatesAreReadAndWritten) {
  EXPECT_EQ(ParseDate("2024/02/29"), Date(year{2024} / 2 / 29));
  EXPECT_EQ(ParseDate("2026-03-15"), Date(year{2026} / 3 / 15));
  EXPECT_EQ(FormatDate(year{2026} / 3 / 5), "2026/03/05");
  for (const char* text :
       {"", "2026/02/29", "2026/13/01", "2026/3/5", "2026/03-05", "abcd/ef/gh"}) {
    EXPECT_FALSE(ParseDate(text).has_value()) << text;
  }
}

TEST(Calendar, MonthsAreClampedToTheirLastDay) {
  EXPECT_EQ(AddMonths(year{2026} / 5 / 31, -3), Date(year{2026} / 2 / 28));
  EXPECT_EQ(AddMonths(year{2026} / 1 / 31, 1), Date(year{2026} / 2 / 28));
  EXPECT_EQ(AddMonths(year{2025} / 11 / 30, 3), Date(year{2026} / 2 / 28));
  EXPECT_EQ(AddDays(year{2026} / 12 / 31, 1), Date(year{2027} / 1 / 1));
  EXPECT_EQ(RocYear(year{2019} / 7 / 4), 108);
}

}  // namespace
}  // namespace permit
