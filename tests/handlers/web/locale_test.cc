// Which language a page is in, by what browsers and others send.
#include "handlers/web/locale.h"

#include <gtest/gtest.h>

#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

class LocaleTest : public SiteTest {
 protected:
  std::string_view Chosen(const std::string& accept_language, const std::string& lang = {},
                          const std::string& cookie = {}) {
    Request request;
    request.accept_language = accept_language;
    if (!lang.empty()) request.query.Add("lang", lang);
    if (!cookie.empty()) request.cookies.Add("lang", cookie);
    Context context{request, services};
    ChooseLanguage(context);
    return LanguageTag(context.language);
  }
};

TEST_F(LocaleTest, ChineseInEveryFormIsChinese) {
  for (const char* header :
       {"zh", "ZH", "zh-TW", "ZH-tw", "zh-CN", "zh-Hans", "zh-Hant-TW", "zh_TW", "zh;q=0.5",
        " zh-TW", "zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7", "ja, zh-TW;q=0.9, en;q=0.1",
        "en;q=0.1, zh-TW;q=0.9", "bo-CN, zh-CN;q=0.9", "ug, zh;q=0.5", "yue", "cmn-Hant",
        "EN;Q=0.3, ZH;Q=0.4", "de, zh;q=0.001"}) {
    EXPECT_EQ(Chosen(header), "zh-TW") << header;
  }
}

TEST_F(LocaleTest, TheHeaviestDecidesAndOfEqualsTheFirst) {
  for (const char* header : {"en", "EN-us", "en-US,en;q=0.9,zh-TW;q=0.8", "zh-TW;q=0, en",
                             "zh;q=0.4, en;q=0.5", "en, zh", "en;q=0.5,zh;q=0.5", "zh;q=0, *",
                             "zh;q=0.1, *;q=0.5", "de", "de, fr;q=0.5", "zhx", "zh;q=0"}) {
    EXPECT_EQ(Chosen(header), "en") << header;
  }
  EXPECT_EQ(Chosen("zh, en"), "zh-TW");
  EXPECT_EQ(Chosen("en;q=0.1, *"), "zh-TW");
}

TEST_F(LocaleTest, WhatSaysNothingOrIsMalformedReadsChinese) {
  for (const char* header : {"", "*", "*;q=0", ";;;", ",", "zh;q=abc", "q=1", "\"", "en;q=2",
                             "en;q=1.5", "en;q=-1", "en;q=", "en q=1"}) {
    EXPECT_EQ(Chosen(header), "zh-TW") << header;
  }
  EXPECT_EQ(Chosen("zh;q=zero, en;q=0.2"), "en");
}

TEST_F(LocaleTest, TheAddressAndTheCookieAreReadAlike) {
  for (const char* tag : {"zh-TW", "zh-CN", "zh", "ZH-Hant", "zh_TW"}) {
    EXPECT_EQ(Chosen("en", tag), "zh-TW") << tag;
    EXPECT_EQ(Chosen("en", {}, tag), "zh-TW") << tag;
  }
  for (const char* tag : {"en", "EN", "en-US"}) EXPECT_EQ(Chosen("zh", tag), "en") << tag;
  EXPECT_EQ(Chosen("zh", "xx"), "zh-TW");
  EXPECT_EQ(Chosen("zh", "en", "zh-TW"), "en");
}

}  // namespace
}  // namespace permit::test
