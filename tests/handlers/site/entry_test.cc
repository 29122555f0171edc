#include "handlers/site/entry.h"

#include <gtest/gtest.h>

#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

using EntryTest = SiteTest;

TEST_F(EntryTest, ThePortalLeadsToFourSites) {
  settings.foreign_site_url = "https://foreign.example/a";
  settings.hk_macau_site_url = "https://hk.example/b";
  settings.no_household_site_url = "https://national.example/c";
  const Response page = browser.Get("/coa-frontend/student/entry?lang=zh-TW");
  EXPECT_EQ(page.status, 200);
  for (const char* part :
       {"https://foreign.example/a", "https://hk.example/b", "https://national.example/c",
        "/coa-frontend/student/entry/china-student", "大陸學生"}) {
    EXPECT_NE(page.body.find(part), std::string::npos) << part;
  }
}

TEST_F(EntryTest, TheIntroductionNamesTheFeesAndLeadsToTheLogin) {
  const Response page = browser.Get("/coa-frontend/student/entry/china-student?lang=zh-TW");
  for (const char* part : {"NT$1,000", "NT$300", "我要申請", "/individual/login"}) {
    EXPECT_NE(page.body.find(part), std::string::npos) << part;
  }
}

}  // namespace
}  // namespace permit::test
