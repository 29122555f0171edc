// Three hundred random lives of applications: at most one open case and no draft beside it for a
// permit and service, nothing that should not be, an end for every case, and no error of the
// site's.
//
// PERMIT_CASE_LIVES sets how many; PERMIT_CASE_SEED repeats one and tells its story.
#include "tests/handlers/review/case_life.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

namespace permit::test {
namespace {

constexpr unsigned kLives = 300;
constexpr unsigned kShards = 6;
constexpr int kActions = 36;

class CaseLife : public CaseLifeTest, public ::testing::WithParamInterface<unsigned> {};

std::string Sentences(const std::vector<std::string>& faults) {
  std::string text;
  for (const std::string& fault : faults) text += "  " + fault + "\n";
  return text;
}

TEST_P(CaseLife, WhateverHappensEveryCaseEndsAndNothingStandsBesideIt) {
  std::map<std::string, int> ends;
  if (const char* only = std::getenv("PERMIT_CASE_SEED")) {
    const auto faults = Live(static_cast<unsigned>(std::atoi(only)), kActions, ends);
    std::cout << story();
    EXPECT_TRUE(faults.empty()) << Sentences(faults);
    return;
  }
  const char* wanted = std::getenv("PERMIT_CASE_LIVES");
  const unsigned share =
      (wanted != nullptr ? static_cast<unsigned>(std::atoi(wanted)) : kLives) / kShards;
  for (unsigned seed = GetParam() * share + 1; seed <= (GetParam() + 1) * share; ++seed) {
    const auto faults = Live(seed, kActions, ends);
    ASSERT_TRUE(faults.empty()) << "life " << seed << ":\n"
                                << story() << Sentences(faults) << "PERMIT_CASE_SEED=" << seed
                                << " repeats it";
  }
  for (const char* end : {"issued", "disapproved", "not-accepted", "withdrawn"}) {
    EXPECT_GT(ends[end], 0) << end;
  }
}

INSTANTIATE_TEST_SUITE_P(Shard, CaseLife, ::testing::Range(0u, kShards));

}  // namespace
}  // namespace permit::test
