#include "handlers/rules/permit_days.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

Date Day(const char* text) { return *ParseDate(text); }

PermitFacts Single(const char* entered, const char* until) {
  return {.kind = PermitKind::kSingleEntry,
          .entered_on = ParseDate(entered),
          .expires_on = Day(until),
          .stay_until = Day(until),
          .multiple_entry_until = {}};
}

TEST(PermitDays, AnExchangeIsDueTwoCalendarMonthsAfterTheEntry) {
  EXPECT_EQ(DayOf(Single("2026/02/01", "2026/12/31"), PermitDay::kExchange), Day("2026/04/01"));
  EXPECT_EQ(DayOf(Single("2025/12/31", "2026/12/31"), PermitDay::kExchange), Day("2026/02/28"));
}

TEST(PermitDays, AnExchangeIsDueWithinThePermitAndTheStay) {
  PermitFacts permit = Single("2026/02/01", "2026/03/15");
  EXPECT_EQ(DayOf(permit, PermitDay::kExchange), Day("2026/03/15"));
  permit.expires_on = Day("2026/12/31");
  EXPECT_EQ(DayOf(permit, PermitDay::kExchange), Day("2026/03/15"));
}

TEST(PermitDays, BeforeTheEntryNoExchangeIsDue) {
  PermitFacts permit = Single("2026/02/01", "2026/12/31");
  permit.entered_on.reset();
  EXPECT_EQ(DayOf(permit, PermitDay::kExchange), std::nullopt);
}

TEST(PermitDays, AMultipleEntryPermitIsExtendedAndNotExchanged) {
  PermitFacts permit = Single("2026/02/01", "2026/05/31");
  EXPECT_EQ(DayOf(permit, PermitDay::kExtend), std::nullopt);
  permit.kind = PermitKind::kMultipleEntry;
  EXPECT_EQ(DayOf(permit, PermitDay::kExtend), Day("2026/02/28"));
  EXPECT_EQ(DayOf(permit, PermitDay::kExchange), std::nullopt);
  EXPECT_EQ(DayOf(permit, PermitDay::kStay), Day("2026/05/31"));
}

}  // namespace
}  // namespace permit
