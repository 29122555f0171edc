#include "handlers/rules/greeting_name.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

std::string English(const std::string& surname, const std::string& given_name) {
  return GreetingName(Language::kEnglish, "林曉宇", surname, given_name);
}

TEST(GreetingName, IsTheChineseNameInChinese) {
  EXPECT_EQ(GreetingName(Language::kChinese, "林曉宇", "LIN", "XIAOYU"), "林曉宇");
}

TEST(GreetingName, HasTheGivenNameFirstInEnglish) {
  EXPECT_EQ(English("LIN", "XIAOYU"), "Xiaoyu Lin");
  EXPECT_EQ(English("OU-YANG", "XIAO YU"), "Xiao Yu Ou-Yang");
  EXPECT_EQ(English("D'ARC", "LÜ"), "Lü D'Arc");
  EXPECT_EQ(English("ÜSTÜN", "A"), "A Üstün");
}

TEST(GreetingName, LeavesSmallLettersAsTheyAre) {
  EXPECT_EQ(English("McLin", "xiaoyu"), "xiaoyu McLin");
}

TEST(GreetingName, DoesWithOneName) {
  EXPECT_EQ(English("", "XIAOYU"), "Xiaoyu");
  EXPECT_EQ(English("LIN", ""), "Lin");
}

TEST(GreetingName, IsTheChineseNameWhereThereIsNoEnglishOne) {
  EXPECT_EQ(English("", ""), "林曉宇");
}

}  // namespace
}  // namespace permit
