#include "fcgi/http/text.h"

#include <gtest/gtest.h>

#include "fcgi/base/crypto.h"

namespace permit {
namespace {

using std::string_literals::operator""s;

TEST(Text, KnowsUtf8) {
  for (const std::string& good :
       {""s, "a"s, "陸生"s, "\xf0\xa0\x80\x80"s, "\xf4\x8f\xbf\xbf"s, "\0"s}) {
    EXPECT_TRUE(IsWellFormedUtf8(good)) << good;
  }
  const std::string bad[] = {
      "\x80",
      "\xc0\xaf",
      "\xc1\xbf",
      "\xc3",
      "\xe0\x9f\xbf",
      "\xed\xa0\x80",
      "\xe4\xb8",
      "\xf0\x8f\xbf\xbf",
      "\xf4\x90\x80\x80",
      "\xf5\x80\x80\x80",
      "\xff",
      "ok\xe4\xb8\x28",
  };
  for (const std::string& text : bad) EXPECT_FALSE(IsWellFormedUtf8(text)) << text;
}

TEST(Text, ALonePercentCanStandForItself) {
  const std::pair<const char*, const char*> texts[] = {
      {"100%", "100%"}, {"%zz", "%zz"}, {"%%20", "% "}, {"%4", "%4"}, {"%E9%99%B8%", "陸%"}};
  for (const auto& [text, decoded] : texts) {
    EXPECT_EQ(LenientPercentDecode(text, PlusSign::kIsPlus), decoded);
  }
  EXPECT_EQ(LenientPercentDecode("a+%2B", PlusSign::kIsSpace), "a +");
}

TEST(Text, DecodesPercents) {
  EXPECT_EQ(PercentDecode("a%20b+c", PlusSign::kIsSpace), "a b c");
  EXPECT_EQ(PercentDecode("a%20b+c", PlusSign::kIsPlus), "a b+c");
  EXPECT_EQ(PercentDecode("%E9%99%b8", PlusSign::kIsPlus), "陸");
  EXPECT_EQ(PercentDecode("%00", PlusSign::kIsPlus), "\0"s);
  for (const char* bad : {"%", "%4", "%4g", "%g4", "a%", "%%20", "% 20", "%-1"}) {
    EXPECT_EQ(PercentDecode(bad, PlusSign::kIsPlus), std::nullopt) << bad;
  }
}

TEST(Text, EncodesWhatItDecodes) {
  std::string every;
  for (int c = 0; c < 256; ++c) every += static_cast<char>(c);
  std::string encoded = PercentEncode(every);
  EXPECT_EQ(encoded.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                      "0123456789-._~%"),
            std::string::npos);
  EXPECT_EQ(PercentDecode(encoded, PlusSign::kIsPlus), every);
}

TEST(Text, KnowsTokensAndControls) {
  EXPECT_TRUE(IsToken("__Host-session"));
  for (const char* bad : {"", "a b", "a;", "a=b", "a\r", "ä"}) EXPECT_FALSE(IsToken(bad)) << bad;
  EXPECT_FALSE(HasControl("陸生 data"));
  for (const char* bad : {"a\n", "\t", "\x7f"}) EXPECT_TRUE(HasControl(bad)) << bad;
  EXPECT_TRUE(HasControl("\0"s));
}

}  // namespace
}  // namespace permit
