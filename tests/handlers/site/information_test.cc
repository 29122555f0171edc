#include "handlers/site/information.h"

#include <gtest/gtest.h>

#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

using InformationTest = SiteTest;

constexpr const char* kPaths[] = {"/coa-frontend/contact", "/coa-frontend/faq",
                                  "/coa-frontend/privacy", "/coa-frontend/accessibility",
                                  "/coa-frontend/site-map"};

TEST_F(InformationTest, EveryPageLeadsToEachOfThem) {
  for (const std::string from : {"/coa-frontend/student/entry", "/coa-frontend/faq"}) {
    const std::string page = browser.Get(from).body;
    for (const char* path : kPaths) {
      EXPECT_NE(page.find("href=\"" + std::string(path) + "\""), std::string::npos) << path;
    }
  }
}

TEST_F(InformationTest, TheyAreThereInBothLanguagesForStrangersAndStudents) {
  const char* words[][2] = {{"Contact us", "聯絡我們"},
                            {"Frequently asked questions", "常見問答"},
                            {"Privacy notice", "個人資料保護告知事項"},
                            {"Accessibility statement", "無障礙聲明"},
                            {"Site map", "網站導覽"}};
  for (int student = 0; student < 2; ++student) {
    if (student == 1) LogIn(browser, AddAccount(database, 1));
    for (std::size_t at = 0; at < std::size(kPaths); ++at) {
      const std::string path = kPaths[at];
      const Response english = browser.Get(path + "?lang=en");
      EXPECT_EQ(english.status, 200);
      EXPECT_NE(english.body.find("<h1 class=\"govuk-heading-l\">" + std::string(words[at][0])),
                std::string::npos)
          << path;
      const Response chinese = browser.Get(path + "?lang=zh-TW");
      EXPECT_NE(chinese.body.find(words[at][1]), std::string::npos) << path;
    }
  }
}

// 個人資料保護法第8條第1項: each of its six points.
TEST_F(InformationTest, ThePrivacyNoticeSaysWhatTheLawAsks) {
  const std::string page = browser.Get("/coa-frontend/privacy?lang=zh-TW").body;
  for (const char* point : {"蒐集機關", "蒐集目的", "個人資料之類別",
                            "利用之期間、地區、對象及方式", "您的權利", "不提供個人資料之影響"}) {
    EXPECT_NE(page.find(point), std::string::npos) << point;
  }
}

TEST_F(InformationTest, APhoneDialsTheHelpdesk) {
  const std::string page = browser.Get("/coa-frontend/contact?lang=en").body;
  EXPECT_NE(page.find("href=\"tel:+886-2-27967162\""), std::string::npos);
}

}  // namespace
}  // namespace permit::test
