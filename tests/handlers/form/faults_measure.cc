#include "tests/handlers/form/faults_measure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace permit::test {
namespace {

int Measured(int whole) { return std::getenv("PERMIT_WHOLE_MEASURE") ? whole : whole / 2; }

bool Holds(const FileFaults& faults, FileFault fault) {
  return std::find(faults.begin(), faults.end(), FoundFault{fault}) != faults.end();
}

std::string Line(const std::string& name, int number, const FileFaults& faults) {
  return name + " " + std::to_string(number) + ": " + WriteFaults(faults) + "\n";
}

}  // namespace

void ExpectGoodOnesUnblamed(FindFaults find, TakePicture take, std::uint64_t seed) {
  const int all = Measured(100);
  int blamed = 0;
  std::string which;
  for (int i = 0; i < all; ++i) {
    Chance chance(seed + static_cast<std::uint64_t>(i));
    const FileFaults faults = find(take(chance));
    if (faults.empty()) continue;
    ++blamed;
    which += Line("good", i, faults);
  }
  EXPECT_LE(blamed * 50, all) << which;
  testing::Test::RecordProperty("blamed", blamed);
}

void ExpectBadOnesTold(FindFaults find, std::span<const Wrong> kinds, std::uint64_t seed) {
  const int of_each = Measured(20);
  int told = 0, named = 0, all = 0;
  std::string which;
  for (const Wrong& wrong : kinds) {
    for (int i = 0; i < of_each; ++i, ++all) {
      Chance chance(seed + static_cast<std::uint64_t>(i));
      const FileFaults faults = find(wrong.take(chance));
      told += faults.empty() ? 0 : 1;
      named += Holds(faults, wrong.fault) ? 1 : 0;
      if (!Holds(faults, wrong.fault)) which += Line(wrong.name, i, faults);
    }
  }
  EXPECT_GE(told * 100, all * 95) << which;
  EXPECT_GE(named * 100, all * 90) << which;
  testing::Test::RecordProperty("told", told);
  testing::Test::RecordProperty("named", named);
}

}  // namespace permit::test
