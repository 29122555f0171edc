#include "handlers/rules/password_guess.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "handlers/rules/common_passwords.h"

namespace permit {
namespace {

const PasswordOwner kOwner = {.login_name = "mei.wang@example.org",
                              .surname = "WANG",
                              .given_name = "XIAO-MEI",
                              .birth_date = "1949/12/31",
                              .numbers = {"11010519491231002X", "T12345678", "+86 138-0013-8000"}};

TEST(PasswordGuess, TheListIsSorted) {
  std::size_t words = 0;
  for (std::string_view list : CommonPasswordLists()) {
    std::istringstream lines{std::string(list)};
    std::string before;
    for (std::string word; std::getline(lines, word); before = word) {
      ASSERT_LT(before, word);
      ASSERT_EQ(CheckGuess(word, {}), Problem::kPasswordCommon) << word;
      ++words;
    }
  }
  EXPECT_GT(words, 10000u);
}

TEST(PasswordGuess, CommonOnesAreRefusedHoweverTheyAreDressed) {
  for (const char* password :
       {"password1", "Password123!", "p@ssw0rd", "P455w0rd99", "1qaz2wsx", "qwertyuiop1",
        "abcdefg1", "a12345678", "qq123456789", "12345678a", "1a2b3c4d5e", "woaini1314",
        "5201314abc", "aaaaaaa1", "mountain7", "!!dragon2026!!", "iloveyou2", "zxcvbnm,1"}) {
    EXPECT_EQ(CheckGuess(password, {}), Problem::kPasswordCommon) << password;
  }
}

TEST(PasswordGuess, WhatIsKnownOfTheOwnerIsRefused) {
  for (const char* password :
       {"mei.wang@example.org1", "Mei-Wang-2026!", "my7WANGpaper", "Xiaomei-loves-7",
        "wang.xiaomei", "r19491231q", "blue491231sky", "31.12.1949-cat", "lamp-231002x",
        "T12345678-tea", "tea12345678", "tea13800138000", "call-80013-8x"}) {
    EXPECT_EQ(CheckGuess(password, kOwner), Problem::kPasswordOfOwner) << password;
  }
}

TEST(PasswordGuess, OthersPass) {
  for (const char* password :
       {"Mountain-7-river", "seaside5wind", "harbour7lights", "Orchard-3-window",
        "Bridge-5-lantern", "Harbour-9-lantern", "walk-to-permit-9", "some-1-password",
        "kxq7mvw2phd9", "密碼很長abc12", "correct horse 4 staple", "pässwörtchen1"}) {
    EXPECT_EQ(CheckGuess(password, kOwner), std::nullopt) << password;
    EXPECT_EQ(CheckGuess(password, {}), std::nullopt) << password;
  }
}

// Names of a letter or two are part of most words.
TEST(PasswordGuess, ShortNamesDoNotMatter) {
  const PasswordOwner owner = {.login_name = "lina",
                               .surname = "LI",
                               .given_name = "NA",
                               .birth_date = "",
                               .numbers = {"", "1234"}};
  EXPECT_EQ(CheckGuess("linden-4-nacre", owner), std::nullopt);
  EXPECT_EQ(CheckGuess("li-na-4-acorns", owner), Problem::kPasswordOfOwner);
}

}  // namespace
}  // namespace permit
