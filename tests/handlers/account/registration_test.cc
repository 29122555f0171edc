#include "handlers/account/registration.h"

#include <gtest/gtest.h>

#include "tests/handlers/account/account_fixture.h"

namespace permit::test {
namespace {

using RegistrationTest = AccountTest;

TEST_F(RegistrationTest, OpensAPendingAccountAndMailsTheLink) {
  RowWatch rows(database);
  const Response answer = Register();
  EXPECT_EQ(rows.Changes(),
            "account +1\naccount_token +1\naudit +1\nidempotency_key +1\noutbox "
            "+1\npassword_history +1\nrate_counter +1");
  browser.SetCookie("lang", "zh-TW");
  browser.Follow(answer);
  EXPECT_TRUE(Says("註冊成功,請至Email認證啟用!"));
  EXPECT_EQ(Account().state, sql::AccountState::kPending);
  EXPECT_EQ(Account().email, "mei@example.org");
}

TEST_F(RegistrationTest, SentTwiceIsOneAccountAndOneMail) {
  browser.Get(Path("register"));
  const std::string act = InputValue(browser.page(), "act");
  Fields fields = Herself();
  fields.emplace_back("act", act);
  fields.emplace_back("csrf", InputValue(browser.page(), "csrf"));
  const Response first = browser.Post(Path("register"), fields);
  RowWatch rows(database);
  const Response second = browser.Post(Path("register"), fields);
  EXPECT_EQ(HeaderOf(first, "Location"), HeaderOf(second, "Location"));
  EXPECT_EQ(rows.Changes(), "rate_counter ~1 (hits)");
}

TEST_F(RegistrationTest, ComparesEveryFieldWithTheRegister) {
  const std::pair<const char*, const char*> others[] = {{"chinese_name", "王大美"},
                                                        {"surname", "Huang"},
                                                        {"given_name", "Xiaomeng"},
                                                        {"birthplace", "jiangsu"},
                                                        {"travel_permit", "T12345679"}};
  for (const auto& [name, value] : others) {
    const Response answer = Register(HerselfBut(name, value));
    EXPECT_EQ(answer.status, 422) << name;
    EXPECT_TRUE(Says("No student with these data was found.")) << name;
  }
  EXPECT_TRUE(database.Run("SELECT id FROM account").empty());
}

TEST_F(RegistrationTest, KeepsWhatWasTypedButNoPassword) {
  Register(HerselfBut("email", "mei@qq.com"));
  EXPECT_TRUE(Says("mei@qq.com"));
  EXPECT_EQ(InputValue(browser.page(), "chinese_name"), "王小美");
  EXPECT_FALSE(Says(kPassword));
  EXPECT_TRUE(Says("href=\"#email\""));
}

TEST_F(RegistrationTest, SaysThatALoginNameIsTaken) {
  Register();
  const Response answer = Register();
  EXPECT_EQ(answer.status, 422);
  EXPECT_TRUE(Says("This login account is taken"));
}

TEST_F(RegistrationTest, AllowsOneActiveAccountAStudent) {
  OpenAccount();
  Register(HerselfBut("login_name", "another"));
  EXPECT_TRUE(Says("You already have an active account"));
  EXPECT_EQ(database.Run("SELECT id FROM account").size(), 1u);
}

TEST_F(RegistrationTest, ActivatesByTheButtonOnce) {
  Register();
  const std::string link = After(MailText("activate"), "https://permit.example");
  RowWatch rows(database);
  EXPECT_EQ(browser.Get(link).status, 200);
  EXPECT_EQ(rows.Changes(), "");
  const Response answer = browser.Post(link);
  EXPECT_EQ(rows.Changes(),
            "account ~1 (activated_at, active_applicant_id, state)\n"
            "account_token ~1 (used_at)\naudit +1");
  EXPECT_EQ(HeaderOf(answer, "Location"), Path("login?done=activated"));
  rows.Changes();
  EXPECT_EQ(browser.Get(link).status, 200);
  EXPECT_TRUE(Says("Your account is already active"));
  browser.Get(Path("login"));
  EXPECT_EQ(HeaderOf(browser.Post(link), "Location"), Path("login?done=activated"));
  EXPECT_EQ(rows.Changes(), "") << "the second press did something";
}

TEST_F(RegistrationTest, AUsedLinkOfAnAccountThatIsNoLongerActiveIsNotValid) {
  Register();
  const std::string link = After(MailText("activate"), "https://permit.example");
  browser.Get(link);
  EXPECT_EQ(browser.Post(link).status, 303);
  database.Run("UPDATE account SET state = 'closed', active_applicant_id = NULL");
  EXPECT_EQ(browser.Get(link).status, 422);
  browser.Get(Path("login"));
  EXPECT_EQ(browser.Post(link).status, 422);
}

TEST_F(RegistrationTest, RefusesALinkAfterADay) {
  Register();
  clock.Advance(std::chrono::hours(24));
  browser.Get(After(MailText("activate"), "https://permit.example"));
  EXPECT_TRUE(Says("has expired"));
  browser.Get(Path("login"));
  const Response answer = browser.Post(After(MailText("activate"), "https://permit.example"));
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(Account().state, sql::AccountState::kPending);
}

TEST_F(RegistrationTest, SendsANewLinkThatVoidsTheOld) {
  Register();
  const std::string old_link = After(MailText("activate"), "https://permit.example");
  browser.Get(Path("resend-activation"));
  const Response answer = browser.Post(Path("resend-activation"), {{"login_name", "XiaoMei"}});
  EXPECT_EQ(HeaderOf(answer, "Location"), Path("login?done=activation-mailed"));
  EXPECT_EQ(browser.Get(old_link).status, 422);
  EXPECT_EQ(Activate().status, 303);
}

TEST_F(RegistrationTest, AnswersAlikeForAnUnknownAccount) {
  browser.Get(Path("resend-activation"));
  RowWatch rows(database);
  const Response answer = browser.Post(Path("resend-activation"), {{"login_name", "nobody"}});
  EXPECT_EQ(HeaderOf(answer, "Location"), Path("login?done=activation-mailed"));
  EXPECT_EQ(rows.Changes(), "idempotency_key +1\nrate_counter +1");
}

}  // namespace
}  // namespace permit::test
