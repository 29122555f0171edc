// The language switch of a page with a form, where no scripts run: it sends the form to be shown
// again in the other language.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class LanguageSwitchTest : public SiteTest {
 protected:
  static std::string At(const std::string& place) { return std::string(kStudent) + "/" + place; }

  // What the switch to English answers to that form.
  Response Switch(const std::string& place, const Fields& fields) {
    EXPECT_THAT(browser.page(), HasSubstr("formaction=\"?lang=en&amp;typed=yes\""));
    RowWatch rows(database);
    const Response answer = browser.Post(place + "?lang=en&typed=yes", fields);
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_THAT(answer.body,
                AllOf(HasSubstr("<html lang=\"en\""), Not(HasSubstr("govuk-error-summary")),
                      Not(HasSubstr("typed=yes&amp;lang"))));
    for (const char* written : {"account ", "draft ", "outbox "}) {
      EXPECT_THAT(rows.Changes(), Not(HasSubstr(written)));
    }
    return answer;
  }
};

TEST_F(LanguageSwitchTest, TheRegistrationKeepsWhatWasTypedButThePasswords) {
  browser.Get(At("register?lang=zh-TW"));
  const Response shown = Switch(At("register"), {{"chinese_name", "王小明"},
                                                 {"email", "me@campus.example"},
                                                 {"password", "some-1-password"}});
  EXPECT_EQ(InputValue(shown.body, "chinese_name"), "王小明");
  EXPECT_EQ(InputValue(shown.body, "email"), "me@campus.example");
  EXPECT_THAT(shown.body, Not(HasSubstr("some-1-password")));
}

TEST_F(LanguageSwitchTest, TheLoginKeepsTheNameAndWhereItLeads) {
  browser.Get(At("login?lang=zh-TW&next=" + At("payment")));
  const Response shown = Switch(At("login"), {{"login_name", "xiaoming"}, {"next", At("payment")}});
  EXPECT_EQ(InputValue(shown.body, "login_name"), "xiaoming");
  EXPECT_EQ(InputValue(shown.body, "next"), At("payment"));
}

TEST_F(LanguageSwitchTest, ThePublicCheckKeepsNumberAndBirthDate) {
  browser.Get("/coa-frontend/verify?lang=zh-TW");
  const Response shown =
      Switch("/coa-frontend/verify", {{"number", "115695200001"}, {"birth_date", "2001/02/03"}});
  EXPECT_EQ(InputValue(shown.body, "number"), "115695200001");
  EXPECT_EQ(InputValue(shown.body, "birth_date"), "2001/02/03");
}

TEST_F(LanguageSwitchTest, AStudentsFormsKeepTheirAnswersToo) {
  LogIn(browser, AddAccount(database, 1));
  browser.Get(At("basic-data?lang=zh-TW"));
  EXPECT_EQ(InputValue(Switch(At("basic-data"), {{"phone", "0223456789"}}).body, "phone"),
            "0223456789");
  browser.Get(At("apply/extension/permit?agreed=yes&lang=zh-TW"));
  EXPECT_EQ(InputValue(Switch(At("apply/extension/permit"),
                              {{"agreed", "yes"}, {"permit_number", "11400000"}})
                           .body,
                       "permit_number"),
            "11400000");
}

TEST_F(LanguageSwitchTest, TheHeadCallsTheStudentByTheNameOfTheLanguage) {
  LogIn(browser, AddAccount(database, 1));
  EXPECT_THAT(browser.Get(At("todo?lang=en")).body,
              HasSubstr("class=\"head-visitor\">Xiaoming Chen</span>"));
  EXPECT_THAT(browser.Get(At("todo?lang=zh-TW")).body,
              HasSubstr("class=\"head-visitor\">陳小明</span>"));
}

TEST_F(LanguageSwitchTest, AFormThatCannotBeShownAgainIsSentAsEver) {
  LogIn(browser, AddAccount(database, 1));
  browser.Get(At("password?lang=zh-TW"));
  EXPECT_THAT(browser.page(), Not(HasSubstr("formaction")));
  EXPECT_EQ(browser.Post(At("password?lang=en&typed=yes"), {{"password", "x"}}).status, 422);
}

TEST_F(LanguageSwitchTest, ItTakesTheFormsTokenAsEveryPost) {
  browser.Get(At("register?lang=zh-TW"));
  const Response forged = browser.Post(At("register?lang=en&typed=yes"),
                                       {{"csrf", "forged"}, {"chinese_name", "王小明"}});
  EXPECT_EQ(forged.status, 403);
}

}  // namespace
}  // namespace permit::test
