// The sessions of an account: listed for their owner, ended one by one or all others at once.
#include <gmock/gmock.h>

#include "tests/handlers/account/account_fixture.h"
#include "tests/support/payable_case.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kPhone[] =
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 "
    "Mobile Safari/537.36";
constexpr char kDesk[] = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";

class SessionsTest : public AccountTest {
 protected:
  SessionsTest() : phone(dispatcher) {
    phone.SetCookie("lang", "en");
    OpenAccount();
    Enter(phone, kPhone, "2001:db8::17");
    clock.Advance(std::chrono::minutes(5));
    Enter(browser, kDesk, "192.0.2.7");
  }

  void Enter(Browser& who, const char* user_agent, const char* address) {
    who.SetHeader("HTTP_USER_AGENT", user_agent);
    who.SetHeader("REMOTE_ADDR", address);
    who.Get(Path("login"));
    const std::string id = InputValue(who.page(), "captcha_id");
    const Response entered =
        who.Post(Path("login"), {{"login_name", "xiaomei"},
                                 {"password", kPassword},
                                 {"captcha_id", id},
                                 {"captcha", CaptchaSolution(services.secret, id, clock.Now())},
                                 {"proof", ""}});
    EXPECT_EQ(entered.status, 303);
  }

  // The number of the first session that may be ended.
  std::string Other() { return InputValue(browser.page(), "session"); }

  Response EndOne(const std::string& which) {
    browser.Get(Path("sessions"));
    return browser.Post(Path("sessions"), {{"act", random.Uuid()}, {"session", which}});
  }
  std::string LastAudit() {
    return database.Run("SELECT action FROM audit ORDER BY id DESC LIMIT 1").at(0).Text("action");
  }

  Browser phone;
};

TEST_F(SessionsTest, AreListedWithTimesAddressAndBrowserAndTheOwnOneIsMarked) {
  const std::string page = browser.Get(Path("sessions")).body;
  for (const char* text : {"Chrome on Android", "2001:db8::17", "Firefox on Linux", "192.0.2.7",
                           "2026-03-02 10:00:00", "2026-03-02 10:05:00"}) {
    EXPECT_THAT(page, HasSubstr(text));
  }
  EXPECT_LT(page.find("Firefox on Linux"), page.find("This browser"));
  EXPECT_LT(page.find("This browser"), page.find("Chrome on Android")) << "the latest seen first";
  for (const auto& row : database.Run("SELECT token_hash FROM session")) {
    EXPECT_THAT(page, Not(HasSubstr(row.Text("token_hash"))));
  }
  for (const Browser* who : {&browser, &phone}) {
    EXPECT_THAT(page, Not(HasSubstr(who->Cookie("session"))));
  }
}

TEST_F(SessionsTest, ShowWhereTheyWereSeenLast) {
  phone.SetHeader("REMOTE_ADDR", "198.51.100.4");
  phone.Get(Path("todo"));
  const std::string page = browser.Get(Path("sessions")).body;
  EXPECT_THAT(page, HasSubstr("198.51.100.4"));
  EXPECT_THAT(page, Not(HasSubstr("2001:db8::17")));
}

TEST_F(SessionsTest, OneIsEndedAndTheOthersStay) {
  Browser third(dispatcher);
  Enter(third, "curl/8.8.0", "192.0.2.9");
  browser.Get(Path("sessions"));
  EXPECT_THAT(browser.page(), HasSubstr("Unknown browser"));
  const std::string of_third = Other();
  RowWatch rows(database);
  const Response answer = browser.Post(Path("sessions"), {{"session", of_third}});
  EXPECT_EQ(rows.Changes(), "audit +1\nidempotency_key +1\nsession -1");
  EXPECT_EQ(LastAudit(), "session-ended");
  EXPECT_THAT(browser.Follow(answer).body, HasSubstr("The device was logged out."));
  EXPECT_EQ(third.Get(Path("todo")).status, 303);
  EXPECT_EQ(phone.Get(Path("todo")).status, 200);
  EXPECT_EQ(browser.Get(Path("todo")).status, 200);
}

TEST_F(SessionsTest, AllOthersAreEndedAtOnce) {
  RowWatch rows(database);
  EXPECT_EQ(EndOne("others").status, 303);
  EXPECT_EQ(rows.Changes(), "audit +1\nidempotency_key +1\nsession -1");
  EXPECT_EQ(LastAudit(), "other-sessions-ended");
  EXPECT_EQ(phone.Get(Path("todo")).status, 303);
  EXPECT_THAT(browser.Get(Path("sessions")).body, Not(HasSubstr("Log out on all other devices")));
}

TEST_F(SessionsTest, NobodyEndsAnothersNorTheOwnByItsNumber) {
  const std::uint64_t stranger = AddAccount(database, 1);
  Browser other(dispatcher);
  LogIn(other, stranger);
  const auto id_of = [&](const std::string& where) {
    return database.Run("SELECT s.id FROM session s WHERE " + where).at(0).Text("id");
  };
  RowWatch rows(database);
  EXPECT_EQ(EndOne(id_of("account_id = " + std::to_string(stranger))).status, 303);
  EXPECT_EQ(EndOne(id_of("platform = 'Linux'")).status, 303);
  EXPECT_EQ(rows.Changes(), "idempotency_key +2");
  EXPECT_EQ(EndOne("all").status, 400);
}

TEST_F(SessionsTest, WhatIsSentFromAnEndedOneIsNotKept) {
  phone.Get(Path("basic-data"));
  EndOne("others");
  RowWatch rows(database);
  const Response late = phone.Post(Path("basic-data"), {{"phone", "0911222333"}});
  EXPECT_THAT(HeaderOf(late, "Location"), HasSubstr("done=ended"));
  EXPECT_EQ(rows.Changes(), "");
}

}  // namespace
}  // namespace permit::test
