#include "handlers/rules/entry_permit.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

using namespace std::chrono_literals;

TEST(PermitVerdicts, APermitHoldsOnItsLastDay) {
  const Date last = 2028y / 9 / 18;
  EXPECT_EQ(JudgePermit(PermitStatus::kValid, last, last), PermitVerdict::kValid);
  EXPECT_EQ(JudgePermit(PermitStatus::kValid, last, AddDays(last, 1)), PermitVerdict::kExpired);
}

TEST(PermitVerdicts, WhatTheAgencyDidCountsMoreThanTheDates) {
  const Date last = 2028y / 9 / 18;
  for (const Date today : {AddDays(last, -1), AddDays(last, 1)}) {
    EXPECT_EQ(JudgePermit(PermitStatus::kReplaced, last, today), PermitVerdict::kReplaced);
    EXPECT_EQ(JudgePermit(PermitStatus::kRevoked, last, today), PermitVerdict::kRevoked);
  }
}

}  // namespace
}  // namespace permit
