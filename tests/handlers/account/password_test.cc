#include "handlers/account/password.h"

#include <gtest/gtest.h>

#include "fcgi/base/password_work.h"
#include "handlers/account/mail_bounds.h"
#include "tests/handlers/account/account_fixture.h"

namespace permit::test {
namespace {

class PasswordTest : public AccountTest {
 protected:
  PasswordTest() { OpenAccount(); }

  Response AskForPassword(const std::string& login_name) {
    browser.Get(Path("forgot-password"));
    return browser.Post(Path("forgot-password"), {{"login_name", login_name}});
  }
  std::string MailedPassword() { return After(MailText("new-password"), "New password: "); }

  Response Change(const std::string& present, const std::string& wanted, const std::string& again) {
    browser.Get(Path("password"));
    return browser.Post(
        Path("password"),
        {{"present_password", present}, {"password", wanted}, {"password_again", again}});
  }
};

TEST_F(PasswordTest, AnswersAlikeForKnownAndUnknown) {
  RowWatch rows(database);
  const Response known = AskForPassword("xiaomei");
  EXPECT_EQ(rows.Changes(),
            "account ~1 (temporary_password_expires_at, temporary_password_hash)\naudit "
            "+1\nidempotency_key +1\noutbox +1\nrate_counter +3");
  const Response unknown = AskForPassword("nobody");
  EXPECT_EQ(rows.Changes(), "audit +1\nidempotency_key +1\nrate_counter +2 ~1 (hits)");
  EXPECT_EQ(HeaderOf(known, "Location"), HeaderOf(unknown, "Location"));
}

TEST_F(PasswordTest, FloodsNobodysMailbox) {
  for (int i = 0; i < 5; ++i) AskForPassword("xiaomei");
  const auto mails = [&] {
    return database.Run("SELECT id FROM outbox WHERE cause_key LIKE 'new-password:%'").size();
  };
  EXPECT_EQ(mails(), 3u);
  for (int window = 0; window < 4; ++window) {
    clock.Advance(std::chrono::minutes(10));
    for (int i = 0; i < 3; ++i) AskForPassword("xiaomei");
  }
  EXPECT_EQ(mails(), 6u) << "of the day";
  EXPECT_EQ(ReadMailsOfDay(database, kNewPasswordMails, Account().email, clock.Now()), 15);
  clock.Advance(std::chrono::hours(24));
  AskForPassword("xiaomei");
  EXPECT_EQ(mails(), 7u);
}

TEST_F(PasswordTest, HashesNothingForAnAddressThatAsksTooOften) {
  const std::uint64_t before = PasswordsWorkedOn();
  EXPECT_EQ(AskForPassword("xiaomei").status, 303);
  EXPECT_EQ(AskForPassword("nobody").status, 303);
  EXPECT_EQ(PasswordsWorkedOn() - before, 2u) << "a stranger's costs the same";
  EXPECT_EQ(AskForPassword("not a name").status, 422);
  Response answer;
  int asked = 2;
  while (answer.status != 429 && asked < 100) {
    answer = AskForPassword("nobody");
    ++asked;
  }
  EXPECT_EQ(asked, 31);
  EXPECT_EQ(PasswordsWorkedOn() - before, 30u);
}

TEST_F(PasswordTest, TheOldOneWorksUntilTheNewOneIsUsed) {
  AskForPassword("xiaomei");
  const std::string fresh = MailedPassword();
  ASSERT_EQ(fresh.size(), 12u);
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 303);
  EXPECT_FALSE(Account().must_change_password);
  EXPECT_EQ(LogInAs("xiaomei", fresh).status, 303);
  EXPECT_TRUE(Account().must_change_password);
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 422);
}

TEST_F(PasswordTest, AMailedOneThatWasUsedAndNotChangedLivesADayToo) {
  AskForPassword("xiaomei");
  const std::string mailed = MailedPassword();
  EXPECT_EQ(LogInAs("xiaomei", mailed).status, 303);
  browser.ForgetCookies();
  clock.Advance(std::chrono::hours(23));
  EXPECT_EQ(LogInAs("xiaomei", mailed).status, 303);
  browser.ForgetCookies();
  clock.Advance(std::chrono::hours(1));
  EXPECT_EQ(LogInAs("xiaomei", mailed).status, 422);
  browser.SetCookie("lang", "en");
  AskForPassword("xiaomei");
  EXPECT_EQ(LogInAs("xiaomei", MailedPassword()).status, 303) << "another is mailed";
}

TEST_F(PasswordTest, TheNewOneLivesADay) {
  AskForPassword("xiaomei");
  clock.Advance(std::chrono::hours(24));
  EXPECT_EQ(LogInAs("xiaomei", MailedPassword()).status, 422);
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 303);
}

TEST_F(PasswordTest, TheNewOneMustBeChangedBeforeAnythingElse) {
  AskForPassword("xiaomei");
  const std::string fresh = MailedPassword();
  EXPECT_EQ(HeaderOf(LogInAs("xiaomei", fresh), "Location"), Path("password"));
  EXPECT_EQ(HeaderOf(browser.Get(Path("todo")), "Location"), Path("password"));
  EXPECT_EQ(Change(fresh, "seaside5wind", "seaside5wind").status, 303);
  LogInAs("xiaomei", "seaside5wind");
  EXPECT_EQ(browser.Get(Path("todo")).status, 200);
}

TEST_F(PasswordTest, AChangeEndsEverySession) {
  LogInAs("xiaomei", kPassword);
  Browser elsewhere(dispatcher);
  LogIn(elsewhere, Account().id);
  RowWatch rows(database);
  const Response answer = Change(kPassword, "seaside5wind", "seaside5wind");
  EXPECT_EQ(rows.Changes(),
            "account ~1 (password_hash)\naudit +1\nidempotency_key +1\noutbox +1\npassword_history "
            "+1\nsession -2");
  EXPECT_EQ(After(MailText("password-changed"), "Username: "), "xiaomei");
  EXPECT_EQ(elsewhere.Get(Path("todo")).status, 303);
  browser.SetCookie("lang", "zh-TW");
  browser.Follow(answer);
  EXPECT_TRUE(Says("修改成功, 請重新登入! Success!! Please login again!!"));
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 422);
  EXPECT_EQ(LogInAs("xiaomei", "seaside5wind").status, 303);
}

TEST_F(PasswordTest, RefusesWhatIsGuessedFirst) {
  LogInAs("xiaomei", kPassword);
  RowWatch rows(database);
  const auto refuses = [&](const std::string& password, const std::string& reason) {
    EXPECT_EQ(Change(kPassword, password, password).status, 422) << password;
    EXPECT_TRUE(Says(reason)) << password;
  };
  refuses("Password-2026", "too easy to guess");
  for (const char* password : {"Wang-4-you-and-me", "tea.xiaomei.7", "rain-19491231-x",
                               "rain-231002x", "rain-12345678-t", "rain-912345678-p"}) {
    refuses(password, "must not contain your username, name");
  }
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(PasswordTest, AChangeVoidsTheLinkToAnotherMailboxAndTheCode) {
  database.Run(
      "INSERT INTO account_token (token_hash, account_id, purpose, payload, created_at, expires_at)"
      " SELECT REPEAT(LEFT(purpose, 1), 64), account.id, purpose, 'other@example.org',"
      " '2026-03-02 01:00:00', '2026-03-03 01:00:00' FROM account JOIN"
      " (SELECT 'mailbox' AS purpose UNION SELECT 'login-code') AS purposes");
  const auto open = [&] {
    return database.Run("SELECT purpose FROM account_token WHERE used_at IS NULL").size();
  };
  EXPECT_EQ(open(), 2u);
  LogInAs("xiaomei", kPassword);
  EXPECT_EQ(Change(kPassword, "seaside5wind", "seaside5wind").status, 303);
  EXPECT_EQ(open(), 0u);
}

TEST_F(PasswordTest, AGuessOfThePresentOneCountsLikeAFailedLogin) {
  LogInAs("xiaomei", kPassword);
  for (int guess = 1; guess <= 5; ++guess) {
    EXPECT_EQ(Change("wrong7password", "seaside5wind", "seaside5wind").status, 422);
    EXPECT_EQ(Account().failures, guess);
  }
  EXPECT_NE(MailText("login-trouble"), "") << "the owner is told";
  EXPECT_EQ(Change(kPassword, "seaside5wind", "seaside5wind").status, 422) << "it rests";
  clock.Advance(std::chrono::minutes(15));
  EXPECT_EQ(Change(kPassword, "seaside5wind", "seaside5wind").status, 303);
}

TEST_F(PasswordTest, AsksForThePresentOne) {
  LogInAs("xiaomei", kPassword);
  const std::string before = Account().password_hash;
  EXPECT_EQ(Change("wrong7password", "seaside5wind", "seaside5wind").status, 422);
  EXPECT_TRUE(Says("The current password is incorrect."));
  EXPECT_EQ(Change("", "seaside5wind", "seaside5wind").status, 422);
  EXPECT_EQ(Change(kPassword, "seaside5wind", "seaside5wave").status, 422);
  EXPECT_EQ(Change(kPassword, "short1", "short1").status, 422);
  EXPECT_EQ(Account().password_hash, before);
}

TEST_F(PasswordTest, RefusesTheLastThree) {
  const std::string one = kPassword, two = "seaside5wind", three = "mountain6path",
                    four = "riverbank8stone";
  LogInAs("xiaomei", one);
  EXPECT_EQ(Change(one, one, one).status, 422);
  EXPECT_EQ(Change(one, two, two).status, 303);
  LogInAs("xiaomei", two);
  EXPECT_EQ(Change(two, one, one).status, 422);
  EXPECT_EQ(Change(two, three, three).status, 303);
  LogInAs("xiaomei", three);
  EXPECT_EQ(Change(three, one, one).status, 422);
  EXPECT_EQ(Change(three, four, four).status, 303);
  LogInAs("xiaomei", four);
  EXPECT_EQ(Change(four, one, one).status, 303);
}

}  // namespace
}  // namespace permit::test
