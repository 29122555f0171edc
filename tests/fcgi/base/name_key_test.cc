#include "fcgi/base/name_key.h"

#include <gtest/gtest.h>

#include <string>

namespace permit {
namespace {

TEST(NameKey, MiddleDotsOfEveryKindAreOne) {
  const std::string key = ChineseNameKey("古麗娜爾·阿不都");
  for (const char* dot : {"·", "‧", "•", "・", "･", "．", ".", "∙", "⋅", "●", " · ", ""}) {
    EXPECT_EQ(ChineseNameKey("古麗娜爾" + std::string(dot) + "阿不都"), key) << dot;
  }
}

TEST(NameKey, TraditionalSimplifiedAndVariantFormsAreOne) {
  const std::pair<const char*, const char*> same[] = {
      {"黃", "黄"},   {"麗", "丽"},   {"溫", "温"},   {"吳", "吴"}, {"戶", "户"}, {"彥", "彦"},
      {"衞", "卫"},   {"呂", "吕"},   {"靑", "青"},   {"德", "徳"}, {"增", "増"}, {"峯", "峰"},
      {"璕", "𬍤"}, {"頔", "𬱖"}, {"鋐", "𬭎"}, {"顗", "𫖮"}, {"鄭", "郑"}, {"寧", "宁"},
      {"甯", "宁"},   {"說", "説"},   {"群", "羣"},   {"強", "强"}, {"為", "爲"}, {"臺", "台"},
      {"鐵", "鉄"},   {"榖", "谷"},   {"島", "嶋"},   {"惠", "恵"}, {"歲", "歳"}, {"麽", "么"},
      {"鐘", "锺"},   {"鬱", "欝"},   {"於", "于"}};
  for (const auto& [one, other] : same)
    EXPECT_EQ(ChineseNameKey(one), ChineseNameKey(other)) << one;
}

TEST(NameKey, CompatibilityFormsRadicalsAndWidthAreOne) {
  EXPECT_EQ(ChineseNameKey("林青"), ChineseNameKey("\uf9f4青"));
  EXPECT_EQ(ChineseNameKey("丁一"), ChineseNameKey("丁⼀"));
  EXPECT_EQ(ChineseNameKey("馬龍"), ChineseNameKey("⻢⻰"));
  EXPECT_EQ(ChineseNameKey("黃柏翰"), ChineseNameKey("　黃 柏\u200b翰\ufe00\U000e0100"));
  EXPECT_EQ(ChineseNameKey("王Ａ"), ChineseNameKey("王a"));
}

TEST(NameKey, LookAlikesAndOtherNamesStayDifferent) {
  const std::pair<const char*, const char*> apart[] = {
      {"𠮷", "吉"},   {"𡘙", "奘"},    {"土", "士"},         {"未", "末"},
      {"己", "已"},   {"日", "曰"},    {"王大美", "王小美"}, {"淼", "渺"},
      {"丁一", "丁"}, {"丁一", "丁-"}, {"", "王"},           {"大", "犬"}};
  for (const auto& [one, other] : apart) {
    EXPECT_NE(ChineseNameKey(one), ChineseNameKey(other)) << one << other;
  }
}

TEST(NameKey, ALongDashBehindAHanCharacterIsOne) {
  for (const char* one : {"ー", "ｰ", "—", "―", "─", " — ", "⼀"}) {
    EXPECT_EQ(ChineseNameKey("丁" + std::string(one)), ChineseNameKey("丁一")) << one;
    EXPECT_EQ(ChineseNameKey("王" + std::string(one) + "鳴"), ChineseNameKey("王一鳴")) << one;
  }
  EXPECT_EQ(ChineseNameKey("丁——"), ChineseNameKey("丁一一"));
  const std::pair<const char*, const char*> apart[] = {{"丁——", "丁一"},    {"—鳴", "一鳴"},
                                                       {"王-鳴", "王一鳴"}, {"王—A", "王一A"},
                                                       {"テー", "テ一"},    {"王—鳴", "王鳴"}};
  for (const auto& [one, other] : apart) {
    EXPECT_NE(ChineseNameKey(one), ChineseNameKey(other)) << one << other;
  }
}

TEST(NameKey, LatinNamesAreTheirLetters) {
  for (const char* name :
       {"BOHAN", "BO HAN", "BO-HAN", "bo‐han", "ＢＯＨＡＮ", "BO\u00a0HAN", "Bo.Han"}) {
    EXPECT_EQ(LatinNameKey(name), LatinNameKey("Bohan")) << name;
  }
  for (const char* sign : {"'", "’", "‘", "ʼ", "＇", "`", "´", ""}) {
    EXPECT_EQ(LatinNameKey("EN" + std::string(sign) + "AN"), LatinNameKey("ENAN")) << sign;
  }
}

TEST(NameKey, UWithDiaeresisIsYu) {
  for (const char* name : {"LÜ", "Lü", "LU\u0308", "LYU", "ｌÜ", "lǚ"}) {
    EXPECT_EQ(LatinNameKey(name), LatinNameKey("LYU")) << name;
  }
  EXPECT_NE(LatinNameKey("LU"), LatinNameKey("LYU"));
  EXPECT_EQ(LatinNameKey("XÜ"), LatinNameKey("XU"));
  EXPECT_EQ(LatinNameKey("NÜ"), LatinNameKey("NYU"));
  for (const char* name : {"LÜE", "LUE", "LYUE", "lü'e", "LU\u0308E", "lǚé"}) {
    EXPECT_EQ(LatinNameKey(name), LatinNameKey("LUE")) << name;
  }
  EXPECT_NE(LatinNameKey("LÜ"), LatinNameKey("LÜE"));
}

TEST(NameKey, OtherScriptsAndEmptyNamesAreNoMatch) {
  EXPECT_EQ(LatinNameKey(""), "");
  EXPECT_NE(LatinNameKey("ИВАН"), "");
  EXPECT_NE(LatinNameKey("王"), "");
  EXPECT_NE(LatinNameKey("\xff"), LatinNameKey(""));
  EXPECT_NE(ChineseNameKey("王\xff"), ChineseNameKey("王"));
}

}  // namespace
}  // namespace permit
