#include <gmock/gmock.h>

#include "handlers/papers/waiting_papers.h"
#include "sql/account_store.h"
#include "tests/support/paid_case.h"
#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class BasicDataTest : public SiteTest {
 protected:
  static constexpr char kPassword[] = "harbour7lights";

  BasicDataTest() : account(AddAccount(database, 1)) {
    database.Run(
        "UPDATE applicant SET mainland_id = '360426199101010071', birth_date = '1991-01-01'");
    database.Run("UPDATE account SET password_hash = '" + HashPassword(kPassword, random) + "'");
    LogIn(browser, account);
    browser.Get(path);
  }

  Response Save(const Fields& changed) {
    std::map<std::string, std::string> typed = {{"chinese_name", "陳小明"},
                                                {"surname", "CHEN"},
                                                {"given_name", "XIAOMING"},
                                                {"birthplace", "guangdong"},
                                                {"travel_permit", "T12345671"},
                                                {"phone", "0223456789"},
                                                {"extension", ""},
                                                {"email", "student1@example.org"},
                                                {"present_password", kPassword}};
    for (const auto& [name, value] : changed) typed[name] = value;
    return browser.Post(path, Fields(typed.begin(), typed.end()));
  }

  std::string Account(const std::string& column) {
    return database.Run("SELECT " + column + " FROM account").at(0).Text(column);
  }

  // The token in the link of the first mail to a new mailbox.
  std::string MailedToken() {
    const std::string text =
        database.Run("SELECT text_body FROM outbox WHERE cause_key LIKE 'mailbox:%' ORDER BY id")
            .at(0)
            .Text("text_body");
    return text.substr(text.find("/mailbox/") + 9, 43);
  }

  const std::string path = std::string(kStudent) + "/basic-data";
  std::uint64_t account;
};

TEST_F(BasicDataTest, ShowsTheRegistersDataWithoutLoginNameAndPassword) {
  const std::string& page = browser.page();
  for (const char* field : {"chinese_name", "surname", "given_name", "mainland_id", "birthplace",
                            "birth_date", "sex", "travel_permit", "phone", "extension", "email"}) {
    EXPECT_THAT(page, HasSubstr("name=\"" + std::string(field) + "\""));
  }
  EXPECT_THAT(page, HasSubstr("360426199101010071"));
  EXPECT_THAT(page, Not(HasSubstr("name=\"login_name\"")));
  EXPECT_THAT(page, Not(HasSubstr("type=\"password\"")));
}

TEST_F(BasicDataTest, WhatIsSavedIsShown) {
  RowWatch rows(database);
  Response saved = Save({{"phone", "0911222333"}, {"extension", "12"}});
  EXPECT_EQ(rows.Changes(), "account ~1 (extension, phone)\naudit +1\nidempotency_key +1");
  Response page = browser.Follow(saved);
  EXPECT_THAT(page.body, HasSubstr("儲存成功!"));
  EXPECT_THAT(page.body, HasSubstr("value=\"0911222333\""));
}

TEST_F(BasicDataTest, MailsComeInTheLanguageThatWasChosen) {
  EXPECT_THAT(browser.page(), HasSubstr("name=\"mail_language\""));
  EXPECT_EQ(Account("language"), "zh-TW");
  EXPECT_EQ(Save({}).status, 303);
  browser.Get(path);
  RowWatch rows(database);
  EXPECT_EQ(Save({{"mail_language", "en"}}).status, 303);
  EXPECT_EQ(rows.Changes(), "account ~1 (language)\naudit +1\nidempotency_key +1");
  EXPECT_EQ(Account("language"), "en");
  browser.Get(path);
  Save({{"mail_language", "en"}, {"email", "new@example.com"}});
  EXPECT_EQ(database.Run("SELECT language FROM outbox").at(0).Text("language"), "en");
}

TEST_F(BasicDataTest, APageWithoutTheChoiceChangesNoLanguage) {
  database.Run("UPDATE account SET language = 'en'");
  EXPECT_EQ(Save({{"phone", "0911222333"}}).status, 303);
  EXPECT_EQ(Account("language"), "en");
  EXPECT_EQ(Save({{"mail_language", "fr"}}).status, 400);
  EXPECT_EQ(Account("language"), "en");
}

TEST_F(BasicDataTest, WhatTheRegisterKnowsCannotBeEditedIntoSomethingElse) {
  RowWatch rows(database);
  for (const auto& [field, other] :
       std::map<std::string, std::string>{{"chinese_name", "陳𠮷"},
                                          {"surname", "WANG"},
                                          {"given_name", "DATONG"},
                                          {"birthplace", "fujian"},
                                          {"travel_permit", "L87654321"}}) {
    const Response refused = Save({{field, other}});
    EXPECT_EQ(refused.status, 422) << field;
    EXPECT_THAT(refused.body, HasSubstr("與本署登載資料不同")) << field;
    EXPECT_THAT(refused.body, HasSubstr("href=\"#" + field + "\"")) << field;
    EXPECT_THAT(refused.body, HasSubstr(other)) << field;
  }
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(BasicDataTest, ANameInAnotherSpellingIsTheRegisters) {
  database.Run(
      "UPDATE applicant SET chinese_name = '黃麗‧溫', surname = 'LYU', given_name = 'BOHAN'");
  const Response saved =
      Save({{"chinese_name", "黄丽·温"}, {"surname", "lü"}, {"given_name", "Bo-Han"}});
  EXPECT_THAT(browser.Follow(saved).body, HasSubstr("value=\"黃麗‧溫\""));
}

TEST_F(BasicDataTest, ASurnameMayBeEmptyWhereTheRegistersIs) {
  EXPECT_EQ(Save({{"surname", ""}}).status, 422);
  database.Run("UPDATE applicant SET surname = ''");
  browser.Get(path);
  EXPECT_EQ(Save({{"surname", ""}}).status, 303);
}

TEST_F(BasicDataTest, ANewMailboxThatLooksLikeASlipIsAskedAboutOnce) {
  const Response asked = Save({{"email", "ming@hotmial.com"}});
  EXPECT_EQ(asked.status, 422);
  EXPECT_THAT(asked.body, HasSubstr("ming@hotmail.com"));
  EXPECT_EQ(Save({{"email", "ming@hotmial.com"}, {"asked_mailbox", "ming@hotmial.com"}}).status,
            303);
}

TEST_F(BasicDataTest, TheNameOfTheRegisterIsTheOneOfPagesMailsAndReceipts) {
  database.Run("UPDATE applicant SET chinese_name = '陳𠮷'");
  EXPECT_THAT(browser.Get(std::string(kStudent) + "/announcements").body, HasSubstr("陳𠮷"));
  EXPECT_EQ(sql::Mailboxes(database, {account}).at(account).name, "陳𠮷");
  const PayableCase paid = AddPayableCase(database, account, 1);
  AddPaidPayment(database, paid, 1, "2026-03-01 01:00:00");
  IssueWaitingPapers(database, settings, clock.Now(), 10);
  EXPECT_EQ(database.Run("SELECT payer FROM receipt").at(0).Text("payer"), "陳𠮷");
}

TEST_F(BasicDataTest, ANewMailboxCountsOnlyOnceItIsConfirmedFromThere) {
  Response page = browser.Follow(Save({{"email", "new@example.com"}}));
  EXPECT_THAT(page.body, HasSubstr("new@example.com"));
  EXPECT_EQ(Account("email"), "student1@example.org");
  EXPECT_EQ(database.Run("SELECT recipient FROM outbox").at(0).Text("recipient"),
            "new@example.com");

  Browser elsewhere(dispatcher);
  const std::string link = std::string(kStudent) + "/mailbox/" + MailedToken();
  RowWatch rows(database);
  EXPECT_EQ(elsewhere.Get(link).status, 200);
  const std::string token = InputValue(elsewhere.page(), "csrf");
  EXPECT_EQ(rows.Changes(), "");
  EXPECT_EQ(elsewhere.Post(link).status, 200);
  EXPECT_EQ(rows.Changes(),
            "account ~1 (email)\naccount_token ~1 (used_at)\naudit +1\n"
            "mailbox_change ~1 (confirmed_at)\noutbox +2");
  const auto told =
      database
          .Run("SELECT recipient, text_body FROM outbox WHERE cause_key LIKE 'mailbox-changed:%'")
          .at(0);
  EXPECT_EQ(told.Text("recipient"), "student1@example.org");
  EXPECT_THAT(told.Text("text_body"), HasSubstr("改以其他信箱"));
  EXPECT_THAT(told.Text("text_body"), Not(HasSubstr("new@example.com")));
  EXPECT_EQ(Account("email"), "new@example.com");
  // Opened or sent again it says the same and does nothing, until the account has another mailbox.
  rows.Changes();
  EXPECT_EQ(elsewhere.Get(link).status, 200);
  EXPECT_EQ(elsewhere.Post(link, {{"csrf", token}}).status, 200);
  EXPECT_EQ(rows.Changes(), "");
  database.Run("UPDATE account SET email = 'third@example.com'");
  EXPECT_EQ(elsewhere.Get(link).status, 422);
  EXPECT_EQ(elsewhere.Post(link, {{"csrf", token}}).status, 422);
}

TEST_F(BasicDataTest, ALinkEndsAfterADayAndWithTheNextOne) {
  Save({{"email", "first@example.com"}});
  const std::string link = std::string(kStudent) + "/mailbox/" + MailedToken();
  clock.Advance(std::chrono::hours(24));
  Browser elsewhere(dispatcher);
  EXPECT_EQ(elsewhere.Get(link).status, 422);
  clock.Advance(-std::chrono::hours(1));
  EXPECT_EQ(elsewhere.Get(link).status, 200);
  browser.Get(path);
  LogIn(browser, account);
  browser.Get(path);
  EXPECT_EQ(Save({{"email", "second@example.com"}}).status, 303);
  EXPECT_EQ(elsewhere.Post(link).status, 422);
  EXPECT_EQ(Account("email"), "student1@example.org");
}

TEST_F(BasicDataTest, WhatTiesTheAccountToItsApplicantCannotBeForged) {
  const Fields forged = {
      {"mainland_id", "11010519491231002X"}, {"birth_date", "1949/12/31"}, {"sex", "女"}};
  for (const auto& [name, value] : forged) {
    SCOPED_TRACE(name);
    browser.Get(path);
    RowWatch rows(database);
    Response refused = Save({{name, value}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("id=\"" + name + "-error\""));
    EXPECT_EQ(rows.Changes(), "");
  }
}

TEST_F(BasicDataTest, WhatThePageOnlyShowsMayComeBackInEitherLanguage) {
  for (const char* sex : {"男", "Male"}) {
    browser.Get(path);
    EXPECT_EQ(
        Save({{"mainland_id", "360426199101010071"}, {"birth_date", "1991/01/01"}, {"sex", sex}})
            .status,
        303)
        << sex;
  }
}

TEST_F(BasicDataTest, BadDataAreRefusedAtTheirFields) {
  const Fields bad = {{"chinese_name", ""},    {"surname", std::string(300, 'A')},
                      {"given_name", "小明"},  {"birthplace", "atlantis"},
                      {"travel_permit", "X1"}, {"phone", "call me"},
                      {"email", "me@qq.com"}};
  for (const auto& [name, value] : bad) {
    SCOPED_TRACE(name);
    browser.Get(path);
    RowWatch rows(database);
    Response refused = Save({{name, value}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("id=\"" + name + "-error\""));
    EXPECT_EQ(rows.Changes(), "");
  }
}

}  // namespace
}  // namespace permit::test
