#include "handlers/account/login.h"

#include <gtest/gtest.h>

#include "fcgi/base/password_work.h"
#include "handlers/account/credentials.h"
#include "handlers/web/address_limit.h"
#include "tests/handlers/account/account_fixture.h"

namespace permit::test {
namespace {

class LoginTest : public AccountTest {
 protected:
  LoginTest() { OpenAccount(); }

  std::string ProofFor(const std::string& id) {
    for (int number = 0;; ++number) {
      if (HoldsWork(id, std::to_string(number), kWorkBits)) return std::to_string(number);
    }
  }
};

TEST_F(LoginTest, ShowingThePageWritesNothing) {
  RowWatch rows(database);
  browser.Get(Path("login"));
  const Response picture = browser.Get(Path("captcha/" + InputValue(browser.page(), "captcha_id")));
  EXPECT_EQ(picture.status, 200);
  EXPECT_EQ(HeaderOf(picture, "Content-Type"), "image/png");
  EXPECT_EQ(picture.body.substr(1, 3), "PNG");
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(LoginTest, OpensASessionAndGoesToTheList) {
  RowWatch rows(database);
  const Response answer = LogInAs("xiaomei", kPassword);
  EXPECT_EQ(rows.Changes(), "account ~1 (last_login_at)\naudit +1\ncaptcha +1\nsession +1");
  EXPECT_EQ(HeaderOf(answer, "Location"), Path("todo"));
  EXPECT_EQ(browser.Get(Path("todo")).status, 200);
}

TEST_F(LoginTest, ReturnsToThePageAskedForOnThisSiteAlone) {
  EXPECT_EQ(HeaderOf(LogInAs("xiaomei", kPassword, Path("announcements")), "Location"),
            Path("announcements"));
  EXPECT_EQ(HeaderOf(LogInAs("xiaomei", kPassword, "//evil.example/"), "Location"), Path("todo"));
}

TEST_F(LoginTest, SaysThatAPageWasAskedForWhichItThenOpens) {
  const auto says = [&](const std::string& query) {
    return browser.Get(Path("login" + query)).body.find("請先登入") != std::string::npos;
  };
  EXPECT_TRUE(says("?lang=zh-TW&next=" + Path("payment")));
  EXPECT_FALSE(says(""));
  EXPECT_FALSE(says("?next=//evil.example/")) << "where the login does not lead";
  EXPECT_FALSE(says("?done=ended&next=" + Path("payment"))) << "which says more";
}

TEST_F(LoginTest, ALoginEndsTheSessionBefore) {
  LogInAs("xiaomei", kPassword);
  LogInAs("xiaomei", kPassword);
  EXPECT_EQ(database.Run("SELECT account_id FROM session").size(), 1u);
}

TEST_F(LoginTest, RefusesAWrongCaptchaAndAUsedOne) {
  browser.Get(Path("login"));
  const std::string id = InputValue(browser.page(), "captcha_id");
  const std::string answer = CaptchaSolution(services.secret, id, clock.Now());
  const Fields right = {
      {"login_name", "xiaomei"}, {"password", kPassword}, {"captcha_id", id}, {"captcha", answer}};
  Fields wrong = right;
  wrong[3].second = "XXXXXX";
  EXPECT_EQ(browser.Post(Path("login"), wrong).status, 422);
  EXPECT_TRUE(Says("verification code is incorrect"));
  EXPECT_EQ(InputValue(browser.page(), "login_name"), "xiaomei");
  EXPECT_EQ(browser.Post(Path("login"), right).status, 422);
}

TEST_F(LoginTest, NamesTheVerificationCodeThatIsMissing) {
  browser.Get(Path("login?lang=zh-TW"));
  const std::string id = InputValue(browser.page(), "captcha_id");
  EXPECT_TRUE(Says(">請輸入驗證碼&nbsp;"));
  EXPECT_EQ(browser
                .Post(Path("login"), {{"login_name", "xiaomei"},
                                      {"password", kPassword},
                                      {"captcha_id", id},
                                      {"captcha", ""}})
                .status,
            422);
  EXPECT_TRUE(Says("請填寫「驗證碼」。"));
}

TEST_F(LoginTest, RefusesACaptchaAfterFiveMinutes) {
  browser.Get(Path("login"));
  const std::string id = InputValue(browser.page(), "captcha_id");
  const std::string answer = CaptchaSolution(services.secret, id, clock.Now());
  clock.Advance(kCaptchaLife + std::chrono::seconds(1));
  EXPECT_EQ(browser
                .Post(Path("login"), {{"login_name", "xiaomei"},
                                      {"password", kPassword},
                                      {"captcha_id", id},
                                      {"captcha", answer}})
                .status,
            422);
  EXPECT_EQ(browser.Get(Path("captcha/" + id)).status, 404);
}

TEST_F(LoginTest, KnowsNoCaptchaOfAnotherMaking) {
  browser.Get(Path("login"));
  std::string id = InputValue(browser.page(), "captcha_id");
  id.back() = id.back() == '0' ? '1' : '0';
  EXPECT_EQ(CaptchaSolution(services.secret, id, clock.Now()), "");
  EXPECT_EQ(CaptchaSolution(services.secret, "x", clock.Now()), "");
}

TEST_F(LoginTest, TakesAProofOfWorkOnceInPlaceOfThePicture) {
  browser.Get(Path("login"));
  const std::string id = InputValue(browser.page(), "captcha_id");
  const Fields fields = {{"login_name", "xiaomei"},
                         {"password", kPassword},
                         {"captcha_id", id},
                         {"proof", ProofFor(id)}};
  EXPECT_EQ(browser.Post(Path("login"), fields).status, 303);
  browser.Get(Path("login"));
  EXPECT_EQ(browser.Post(Path("login"), fields).status, 422);
}

TEST_F(LoginTest, TheProofCostsMoreTheMoreLoginsFail) {
  const auto due = [&](const std::string& address, const std::string& login_name) {
    Request request;
    request.remote_address = address;
    Context context{request, services};
    return DueWorkBits(context, login_name);
  };
  const auto fail = [&](int times, const std::string& address, const std::string& login_name) {
    Request request;
    request.remote_address = address;
    Context context{request, services};
    for (int i = 0; i < times; ++i) CountLoginFailure(context, login_name);
  };
  EXPECT_EQ(due("192.0.2.7", "xiaomei"), kWorkBits);
  fail(2, "192.0.2.8", "XiaoMei");
  EXPECT_EQ(due("192.0.2.7", "xiaomei"), kWorkBits + 1) << "of the account";
  fail(2, "192.0.2.9", "xiaomei");
  EXPECT_EQ(due("192.0.2.7", "xiaomei"), kWorkBits + 2);
  EXPECT_EQ(due("192.0.2.7", "another"), kWorkBits);
  for (int i = 0; i < 10; ++i) fail(1, "2001:db8::" + std::to_string(i), "n" + std::to_string(i));
  EXPECT_EQ(due("2001:db8::ffff", "another"), kWorkBits + 2) << "of the /64";
  EXPECT_EQ(due("2001:db8:0:1::1", "another"), kWorkBits);
  for (int i = 0; i < 86; ++i) {
    fail(1, "198.51.100." + std::to_string(i), "m" + std::to_string(i));
  }
  EXPECT_EQ(due("192.0.2.7", "another"), kWorkBits + 1) << "of the site";
  fail(200, "192.0.2.7", "xiaomei");
  EXPECT_EQ(due("192.0.2.7", "xiaomei"), kMaxWorkBits);
  clock.Advance(std::chrono::minutes(20));
  EXPECT_EQ(due("192.0.2.7", "xiaomei"), kWorkBits);
}

TEST_F(LoginTest, ThePageNamesTheWorkAndItsCaptchaWantsIt) {
  for (int failure = 0; failure < 2; ++failure) LogInAs("xiaomei", "wrong7password");
  EXPECT_TRUE(Says("data-bits=\"17\""));
  const std::string id = InputValue(browser.page(), "captcha_id");
  EXPECT_EQ(WorkBitsIn(id), kWorkBits + 1);
  int number = 0;
  const auto too_little = [&](int n) {
    return HoldsWork(id, std::to_string(n), kWorkBits) &&
           !HoldsWork(id, std::to_string(n), kWorkBits + 1);
  };
  while (!too_little(number)) ++number;
  const auto log_in = [&](const std::string& captcha_id, const std::string& proof) {
    return browser
        .Post(Path("login"), {{"login_name", "xiaomei"},
                              {"password", kPassword},
                              {"captcha_id", captcha_id},
                              {"proof", proof}})
        .status;
  };
  EXPECT_EQ(log_in(id, std::to_string(number)), 422);
  std::string cheaper = InputValue(browser.page(), "captcha_id");
  cheaper.replace(8, 2, "01");
  EXPECT_EQ(CaptchaSolution(services.secret, cheaper, clock.Now()), "") << "the bits are signed";
  // What was asked for with the page counts, not what would be asked for now.
  browser.Get(Path("login"));
  const std::string early = InputValue(browser.page(), "captcha_id");
  EXPECT_EQ(WorkBitsIn(early), kWorkBits);
  for (int failure = 0; failure < 2; ++failure) LogInAs("nobody", "wrong7password");
  EXPECT_EQ(log_in(early, ProofFor(early)), 303);
}

TEST_F(LoginTest, TakesAMailedCodeOnceInPlaceOfThePicture) {
  browser.Get(Path("login-code"));
  const Response sent = browser.Post(Path("login-code"), {{"login_name", "xiaomei"}});
  const std::string code = After(MailText("login-code"), "One-time code: ");
  ASSERT_EQ(code.size(), 8u);
  browser.Follow(sent);
  const Fields fields = {
      {"login_name", "xiaomei"}, {"password", kPassword}, {"with_code", "yes"}, {"code", code}};
  Fields wrong = fields;
  wrong[3].second = "00000000";
  EXPECT_EQ(browser.Post(Path("login"), wrong).status, 422);
  EXPECT_EQ(browser.Post(Path("login"), fields).status, 303);
  browser.Get(Path("login?way=code"));
  EXPECT_EQ(browser.Post(Path("login"), fields).status, 422);
}

TEST_F(LoginTest, ReadsAMailedCodeAsItIsPasted) {
  for (const char* between : {"-", " ", "\u00a0", "–", "\r\n", "\u200b"}) {
    browser.Get(Path("login-code"));
    browser.Post(Path("login-code"), {{"login_name", "xiaomei"}});
    std::string code = After(MailText("login-code"), "One-time code: ");
    ASSERT_EQ(code.size(), 8u);
    code.insert(4, between);
    browser.Get(Path("login?way=code"));
    EXPECT_EQ(browser
                  .Post(Path("login"), {{"login_name", "xiaomei"},
                                        {"password", kPassword},
                                        {"with_code", "yes"},
                                        {"code", "\u200e" + code + "\r\n"}})
                  .status,
              303)
        << between;
    database.Run("DELETE FROM rate_counter");
    browser.ForgetCookies();
    browser.SetCookie("lang", "en");
  }
}

TEST_F(LoginTest, TheWayByAMailedCodeLeadsBackToo) {
  browser.Get(Path("login?next=" + Path("payment")));
  EXPECT_TRUE(Says("/login-code?next=" + Path("payment") + "\""));
  browser.Get(Path("login-code?next=" + Path("payment")));
  EXPECT_EQ(InputValue(browser.page(), "next"), Path("payment"));
  const Response sent =
      browser.Post(Path("login-code"), {{"login_name", "xiaomei"}, {"next", Path("payment")}});
  EXPECT_EQ(HeaderOf(sent, "Location"),
            Path("login?way=code&done=code-mailed&next=") + Path("payment"));
  browser.Follow(sent);
  EXPECT_EQ(InputValue(browser.page(), "next"), Path("payment"));
  for (const std::string& astray : {std::string("//evil.example/"), Path("x&done=logged-out")}) {
    browser.Get(Path("login-code"));
    EXPECT_EQ(
        HeaderOf(browser.Post(Path("login-code"), {{"login_name", "xiaomei"}, {"next", astray}}),
                 "Location"),
        Path("login?way=code&done=code-mailed"))
        << astray;
  }
}

TEST_F(LoginTest, SaysTheSameForUnknownAndWrong) {
  LogInAs("nobody", kPassword);
  const std::string unknown = browser.page();
  LogInAs("xiaomei", "wrong7password");
  for (const char* words : {"The username or password is incorrect."}) {
    EXPECT_NE(unknown.find(words), unknown.npos);
    EXPECT_TRUE(Says(words));
  }
}

// What a try costs: passwords compared, and statements sent to the database.
TEST_F(LoginTest, AStrangersTryCostsWhatAStudentsDoes) {
  struct Cost {
    std::uint64_t passwords;
    std::uint64_t statements;
    bool operator==(const Cost&) const = default;
  };
  auto cost_of = [&](const std::string& name, const std::string& password, bool captcha) {
    browser.Get(Path("login"));
    const std::string id = InputValue(browser.page(), "captcha_id");
    const std::string answer = CaptchaSolution(services.secret, id, clock.Now());
    const Cost before = {PasswordsWorkedOn(), database.statements_sent()};
    EXPECT_EQ(browser
                  .Post(Path("login"), {{"login_name", name},
                                        {"password", password},
                                        {"captcha_id", id},
                                        {"captcha", captcha ? answer : "WRONG"}})
                  .status,
              422);
    return Cost{PasswordsWorkedOn() - before.passwords,
                database.statements_sent() - before.statements};
  };
  const Cost wrong = cost_of("xiaomei", "wrong7password", true);
  EXPECT_EQ(wrong.passwords, 2u);
  EXPECT_TRUE(wrong == cost_of("nobody", kPassword, true));
  EXPECT_TRUE(wrong == cost_of("xiaomei", kPassword, false));
  EXPECT_TRUE(wrong == cost_of("nobody", kPassword, false));
  database.Run("UPDATE account SET rests_until = '2099-01-01 00:00:00'");
  EXPECT_TRUE(wrong == cost_of("xiaomei", kPassword, true)) << "while the account rests";
  EXPECT_TRUE(wrong == cost_of("xiaomei", "wrong7password", true)) << "while the account rests";

  const std::string students = HashPassword(kPassword, random);
  const std::string_view cost = std::string_view(students).substr(0, students.find("$", 20) + 1);
  EXPECT_TRUE(std::string_view(kNobodysHash).starts_with(cost)) << cost;
  EXPECT_EQ(std::string_view(kNobodysHash).size(), students.size());
}

TEST_F(LoginTest, AnotherPictureKeepsTheNameAndTriesNothing) {
  browser.Get(Path("login?next=" + Path("payment")));
  const std::string first = InputValue(browser.page(), "captcha_id");
  RowWatch rows(database);
  const Response answer = browser.Post(Path("login"), {{"login_name", "xiaomei"},
                                                       {"password", "half a passw"},
                                                       {"captcha_id", first},
                                                       {"captcha", ""},
                                                       {"next", Path("payment")},
                                                       {"do", "next-picture"}});
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(InputValue(browser.page(), "login_name"), "xiaomei");
  EXPECT_EQ(InputValue(browser.page(), "next"), Path("payment"));
  EXPECT_NE(InputValue(browser.page(), "captcha_id"), first);
  EXPECT_FALSE(Says("half a passw"));
  EXPECT_FALSE(Says("error-summary"));
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(LoginTest, LeavesATrailOfWhoDidWhatFromWhere) {
  LogInAs("xiaomei", "wrong7password");
  LogInAs("nobody", kPassword);
  LogInAs("xiaomei", kPassword);
  browser.Get(Path("todo"));
  browser.Post(Path("logout"));
  const std::string self = "account:" + std::to_string(Account().id);
  const std::vector<std::vector<std::string>> audit = {
      {"visitor", "register", self},
      {self, "activate", self},
      {"visitor", "login-failed", self},
      {"visitor", "login-failed", "account:unknown"},
      {self, "login", self},
      {self, "logout", self}};
  const auto rows = database.Run("SELECT actor, action, object, detail FROM audit ORDER BY id");
  ASSERT_EQ(rows.size(), audit.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].Text("actor"), audit[i][0]);
    EXPECT_EQ(rows[i].Text("action"), audit[i][1]);
    EXPECT_EQ(rows[i].Text("object"), audit[i][2]);
    EXPECT_TRUE(rows[i].Text("detail").starts_with("from 192.0.2.1 request "));
  }
}

// A cookie from before the login, planted or stolen, opens nothing afterwards.
TEST_F(LoginTest, ALoginTakesNoSessionFromOutside) {
  const std::string planted(43, 'p');
  browser.SetCookie("session", planted);
  LogInAs("xiaomei", kPassword);
  Browser thief(dispatcher);
  thief.SetCookie("session", planted);
  EXPECT_EQ(thief.Get(Path("todo")).status, 303);
  EXPECT_EQ(browser.Get(Path("todo")).status, 200);
}

TEST_F(LoginTest, TwoDevicesAreTwoSessionsAndOneMayLeaveAlone) {
  LogInAs("xiaomei", kPassword);
  Browser phone = browser;
  browser.ForgetCookies();
  LogInAs("xiaomei", kPassword);
  EXPECT_EQ(database.Run("SELECT account_id FROM session").size(), 2u);
  browser.Get(Path("todo"));
  browser.Post(Path("logout"));
  EXPECT_EQ(browser.Get(Path("todo")).status, 303);
  EXPECT_EQ(phone.Get(Path("todo")).status, 200);
}

TEST_F(LoginTest, RestsAfterFiveFailuresAndTellsTheOwner) {
  for (int failure = 1; failure <= 4; ++failure) LogInAs("xiaomei", "wrong7password");
  EXPECT_EQ(MailText("login-trouble"), "");
  LogInAs("xiaomei", "wrong7password");
  EXPECT_NE(MailText("login-trouble"), "");
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 422);
  clock.Advance(std::chrono::minutes(14));
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 422);
  clock.Advance(std::chrono::minutes(1));
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 303);
  EXPECT_EQ(Account().failures, 0);
  EXPECT_EQ(database.Run("SELECT id FROM outbox WHERE cause_key LIKE 'login-trouble:%'").size(),
            1u);
}

TEST_F(LoginTest, TellsTheOwnerOfSixRestsADay) {
  for (int rest = 0; rest < 8; ++rest) {
    database.Run("UPDATE account SET failures = 4, rests_until = NULL");
    LogInAs("xiaomei", "wrong7password");
    EXPECT_TRUE(Account().rests_until);
    clock.Advance(std::chrono::minutes(16));
  }
  EXPECT_EQ(database.Run("SELECT id FROM outbox WHERE cause_key LIKE 'login-trouble:%'").size(),
            6u);
}

// Else anybody could keep anybody out for ever.
TEST_F(LoginTest, WhatWasMailedToTheOwnerPassesTheRest) {
  for (int failure = 1; failure <= 5; ++failure) LogInAs("xiaomei", "wrong7password");
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 422);
  browser.Get(Path("login-code"));
  browser.Post(Path("login-code"), {{"login_name", "xiaomei"}});
  const Fields fields = {{"login_name", "xiaomei"},
                         {"password", kPassword},
                         {"with_code", "yes"},
                         {"code", After(MailText("login-code"), "One-time code: ")}};
  Fields wrong = fields;
  wrong[3].second = "00000000";
  browser.Get(Path("login?way=code"));
  EXPECT_EQ(browser.Post(Path("login"), wrong).status, 422);
  wrong = fields;
  wrong[1].second = "wrong7password";
  EXPECT_EQ(browser.Post(Path("login"), wrong).status, 422);
  EXPECT_EQ(browser.Post(Path("login"), fields).status, 303);

  browser.ForgetCookies();
  for (int failure = 1; failure <= 5; ++failure) LogInAs("xiaomei", "wrong7password");
  browser.Get(Path("forgot-password"));
  browser.Post(Path("forgot-password"), {{"login_name", "xiaomei"}});
  browser.SetCookie("lang", "en");
  EXPECT_EQ(LogInAs("xiaomei", After(MailText("new-password"), "New password: ")).status, 303);
}

TEST_F(LoginTest, ABrowserOfTheOwnersPassesTheRest) {
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 303);
  browser.Post(Path("logout"));
  const std::string known = browser.Cookie("known");
  ASSERT_NE(known, "");
  browser.ForgetCookies();
  for (int failure = 1; failure <= 5; ++failure) LogInAs("xiaomei", "wrong7password");
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 422) << "elsewhere it rests";
  std::string forged = known;
  forged.back() = forged.back() == '0' ? '1' : '0';
  browser.SetCookie("known", forged);
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 422);
  browser.SetCookie("known", known);
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 303);
}

TEST_F(LoginTest, ABrowserOfTheOwnersIsNoWayToGuess) {
  LogInAs("xiaomei", kPassword);
  const std::string known = browser.Cookie("known");
  browser.ForgetCookies();
  browser.SetCookie("known", known);
  for (int failure = 1; failure <= 5; ++failure) LogInAs("xiaomei", "wrong7password");
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 422);
  clock.Advance(std::chrono::minutes(15));
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 303);
  clock.Advance(std::chrono::hours(24 * 181));
  browser.ForgetCookies();
  for (int failure = 1; failure <= 5; ++failure) LogInAs("xiaomei", "wrong7password");
  browser.SetCookie("known", known);
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 422) << "half a year";
}

TEST_F(LoginTest, ASessionEndsAfterTwelveHoursHoweverMuchItIsUsed) {
  LogInAs("xiaomei", kPassword);
  for (int minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    clock.Advance(std::chrono::minutes(20));
    ASSERT_EQ(browser.Get(Path("todo")).status, 200) << minutes;
  }
  clock.Advance(std::chrono::minutes(19));
  EXPECT_EQ(browser.Get(Path("todo")).status, 200);
  clock.Advance(std::chrono::minutes(1));
  EXPECT_EQ(browser.Get(Path("todo")).status, 303);
}

TEST_F(LoginTest, CountsAnewAfterTheRest) {
  for (int failure = 1; failure <= 5; ++failure) LogInAs("xiaomei", "wrong7password");
  clock.Advance(std::chrono::minutes(15));
  LogInAs("xiaomei", "wrong7password");
  EXPECT_EQ(Account().failures, 1);
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 303);
}

TEST_F(LoginTest, TellsOnlyTheOwnerThatAnAccountIsNotActive) {
  database.Run("UPDATE account SET state = 'pending'");
  LogInAs("xiaomei", "wrong7password");
  EXPECT_FALSE(Says("has not been activated yet"));
  LogInAs("xiaomei", kPassword);
  EXPECT_TRUE(Says("has not been activated yet"));
  EXPECT_TRUE(Says(Path("resend-activation")));
}

TEST_F(LoginTest, SendsOtherCategoriesToTheirSite) {
  settings.foreign_site_url = "https://foreign.example/";
  database.Run("UPDATE account SET category = 'foreign'");
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 422);
  EXPECT_TRUE(Says("foreign students"));
  EXPECT_TRUE(Says("href=\"https://foreign.example/\""));
}

TEST_F(LoginTest, SlowsAnAddressDown) {
  for (int failure = 0; failure < kLoginFailures.allowed; ++failure) {
    Request request;
    request.remote_address = "192.0.2.1";
    Context context{request, services};
    CountAgainst(context, kLoginFailures);
  }
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 429);
  clock.Advance(std::chrono::minutes(10));
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 303);
}

TEST_F(LoginTest, LogsOutByPost) {
  LogInAs("xiaomei", kPassword);
  browser.Get(Path("todo"));
  RowWatch rows(database);
  const Response answer = browser.Post(Path("logout"));
  EXPECT_EQ(rows.Changes(), "audit +1\nsession -1");
  EXPECT_EQ(HeaderOf(answer, "Location"), Path("login?done=logged-out"));
  EXPECT_EQ(browser.Get(Path("todo")).status, 303);
}

}  // namespace
}  // namespace permit::test
