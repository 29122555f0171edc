#include "views/translator.h"

#include <gtest/gtest.h>

#include "tests/support/real_renderer.h"

namespace permit::views {
namespace {

TEST(Translator, FillsItsPlaces) {
  Translator speak(RealRenderer(), Language::kEnglish);
  EXPECT_EQ(speak("a {B} {C} {B}", {{"B", "{C}"}, {"C", "x"}}), "a {C} x {C}");
  EXPECT_EQ(speak("a {UNKNOWN} {", {}), "a {UNKNOWN} {");
}

TEST(Translator, WritesMoneyInThousands) {
  Translator speak(RealRenderer(), Language::kChinese);
  EXPECT_EQ(speak.Money(0), "NT$0");
  EXPECT_EQ(speak.Money(300), "NT$300");
  EXPECT_EQ(speak.Money(1000), "NT$1,000");
  EXPECT_EQ(speak.Money(1234567), "NT$1,234,567");
}

}  // namespace
}  // namespace permit::views
