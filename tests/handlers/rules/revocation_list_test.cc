#include "handlers/rules/revocation_list.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <random>

namespace permit {
namespace {

using namespace std::chrono_literals;

const std::string kSignature(64, 's');

RevocationList List() {
  return {.signer = "TWNI001",
          .made = std::chrono::sys_days{2026y / 3 / 2},
          .next = std::chrono::sys_days{2026y / 3 / 3},
          .entries = {{"115695200001", 2026y / 3 / 1}, {"115695299999", 2026y / 2 / 28}}};
}

TEST(RevocationList, LiesAsItsHeadSays) {
  const std::string bytes = *WriteRevocationList(List());
  EXPECT_EQ(bytes.size(), 31u + 2 * 7);
  EXPECT_EQ(bytes.substr(0, 11), "PRL1TWNI001");
  const auto number = [&](std::size_t at, std::size_t size) {
    unsigned long long value = 0;
    for (unsigned char byte : bytes.substr(at, size)) value = value * 256 + byte;
    return value;
  };
  EXPECT_EQ(number(11, 8), 1772409600u);
  EXPECT_EQ(number(19, 8), 1772496000u);
  EXPECT_EQ(number(27, 4), 2u);
  EXPECT_EQ(number(31, 5), 115695200001u);
  EXPECT_EQ(number(36, 2), 9556u) << "days from 2000-01-01 to 2026-03-01";
}

TEST(RevocationList, ReadsBackAndIsSearched) {
  const std::string bytes = *WriteRevocationList(List()) + kSignature;
  const auto reading = ReadRevocationList(bytes).value();
  EXPECT_EQ(reading.list.signer, "TWNI001");
  EXPECT_EQ(reading.list.made, List().made);
  EXPECT_EQ(reading.list.next, List().next);
  EXPECT_EQ(reading.list.entries, List().entries);
  EXPECT_EQ(reading.signature, kSignature);
  EXPECT_EQ(FindRevoked(reading.list, "115695200001")->since, Date(2026y / 3 / 1));
  EXPECT_EQ(FindRevoked(reading.list, "115695200002"), nullptr);
  EXPECT_EQ(FindRevoked(reading.list, "999999999999"), nullptr);
}

TEST(RevocationList, TenThousandPermitsTakeLessThan32BytesEach) {
  RevocationList list = List();
  list.entries.clear();
  char number[16];
  for (int i = 0; i < 10000; ++i) {
    std::snprintf(number, sizeof number, "1156952%05d", i);
    list.entries.push_back({number, 2026y / 3 / 1});
  }
  EXPECT_LT((*WriteRevocationList(list) + kSignature).size(), 32u * 10000);
}

TEST(RevocationList, WhatIsOutOfOrderIsNotWritten) {
  const auto with = [](auto change) {
    RevocationList list = List();
    change(list);
    return WriteRevocationList(list);
  };
  EXPECT_FALSE(with([](RevocationList& list) { std::swap(list.entries[0], list.entries[1]); }));
  EXPECT_FALSE(with([](RevocationList& list) { list.entries[1] = list.entries[0]; }));
  EXPECT_FALSE(with([](RevocationList& list) { list.entries[0].number = "1"; }));
  EXPECT_FALSE(with([](RevocationList& list) { list.entries[0].since = 1999y / 1 / 1; }));
  EXPECT_FALSE(with([](RevocationList& list) { list.signer = "TWNI"; }));
}

TEST(RevocationList, EveryOtherLengthAndOrderIsRefused) {
  const std::string good = *WriteRevocationList(List()) + kSignature;
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_FALSE(ReadRevocationList(good.substr(0, size))) << size;
  }
  EXPECT_FALSE(ReadRevocationList(good + "x"));
  std::string swapped = good;
  std::swap_ranges(swapped.begin() + 31, swapped.begin() + 38, swapped.begin() + 38);
  EXPECT_FALSE(ReadRevocationList(swapped));
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string other = good;
    other[random() % other.size()] = static_cast<char>(random());
    const auto reading = ReadRevocationList(other);
    EXPECT_TRUE(!reading || WriteRevocationList(reading->list) == reading->signed_part);
  }
}

}  // namespace
}  // namespace permit
