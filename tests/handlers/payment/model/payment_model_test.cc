// Ten thousand random lives of payments against the real database: what students, the bank, the
// collectors, the cashier, the clock and crashes do, in any order. After each, no case is paid
// twice, no money is without its row, every state was reached by an edge, the books balance.
//
// PERMIT_MODEL_LIVES sets how many; PERMIT_MODEL_SEED repeats one, looking after every action and
// telling its story.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "tests/handlers/payment/model/model_life.h"

// Short memories of who allocated what: a quarter of the time of a life. ASAN_OPTIONS has the last
// word.
extern "C" const char* __asan_default_options() { return "malloc_context_size=3"; }

namespace permit::test {
namespace {

constexpr unsigned kLives = 10000;
constexpr unsigned kShards = 8;
// One life in so many is looked at after every action, the others at their end.
constexpr unsigned kCloselyEvery = 25;

unsigned Wanted() {
  const char* wanted = std::getenv("PERMIT_MODEL_LIVES");
  return wanted != nullptr ? static_cast<unsigned>(std::atoi(wanted)) : kLives;
}

std::string Sentences(const std::vector<std::string>& faults) {
  std::string text;
  for (const std::string& fault : faults) text += "  " + fault + "\n";
  return text;
}

// False: a fault was found, and told.
bool Live(ModelSite& site, unsigned seed, bool closely) {
  ModelLife life(site, seed);
  const std::vector<std::string> faults = life.Live(closely);
  if (faults.empty()) return true;
  ADD_FAILURE() << "life " << seed << ":\n"
                << life.story() << Sentences(faults) << "PERMIT_MODEL_SEED=" << seed
                << " repeats it";
  return false;
}

class PaymentModel : public ::testing::TestWithParam<unsigned> {};

TEST_P(PaymentModel, WhateverHappensNoCaseIsPaidTwiceAndNoMoneyIsLost) {
  ModelSite site;
  if (const char* only = std::getenv("PERMIT_MODEL_SEED")) {
    site.Furnish();
    Live(site, static_cast<unsigned>(std::atoi(only)), true);
    return;
  }
  const unsigned share = Wanted() / kShards;
  const unsigned first = GetParam() * share + 1;
  for (unsigned seed = first; seed < first + share; ++seed) {
    if (seed == first || ModelSite::OpensTown(seed)) site.Furnish();
    if (!Live(site, seed, seed % kCloselyEvery == 0)) return;
    if (!ModelSite::OpensTown(seed + 1)) continue;
    const std::vector<std::string> faults = FaultsInTown(site);
    ASSERT_TRUE(faults.empty()) << "after life " << seed << ":\n" << Sentences(faults);
  }
}

INSTANTIATE_TEST_SUITE_P(Shard, PaymentModel, ::testing::Range(0u, kShards));

}  // namespace
}  // namespace permit::test
