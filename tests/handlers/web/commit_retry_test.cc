// The link to the database dies while an account's change is being committed.
#include <gtest/gtest.h>

#include <optional>

#include "handlers/routes.h"
#include "tests/handlers/account/account_fixture.h"
#include "tests/support/cutting_proxy.h"

namespace permit::test {
namespace {

class LostCommitTest : public AccountTest, public ::testing::WithParamInterface<CuttingProxy::Cut> {
 protected:
  // Does the action through a link that is cut at its first COMMIT.
  template <class Action>
  Response Through(Action action) {
    sql::DatabaseOptions options = PrivateDatabase::Shared().options();
    CuttingProxy proxy(options.socket, GetParam());
    options.socket = proxy.path();
    sql::Database broken(options);
    Services beside{settings, clock, random, broken, SharedRenderer(), services.secret, {}};
    Dispatcher through(beside, Routes());
    Browser same = browser.OnAnother(through);
    const Response answer = action(same);
    EXPECT_TRUE(proxy.has_cut());
    broken.Disconnect();
    after.emplace(same.OnAnother(dispatcher));
    return answer;
  }
  std::optional<Browser> after;  // the browser, its requests served by a sound worker again

  std::size_t Mails(const std::string& cause) {
    return database.Run("SELECT id FROM outbox WHERE cause_key LIKE '" + cause + ":%'").size();
  }
};

INSTANTIATE_TEST_SUITE_P(Both, LostCommitTest,
                         ::testing::Values(CuttingProxy::Cut::kBeforeTheServer,
                                           CuttingProxy::Cut::kAfterTheServer));

TEST_P(LostCommitTest, ALoginGoesThroughOnce) {
  OpenAccount();
  browser.Get(Path("login"));
  const std::string id = InputValue(browser.page(), "captcha_id");
  RowWatch rows(database);
  const Response answer = Through([&](Browser& through) {
    return through.Post(Path("login"),
                        {{"login_name", "xiaomei"},
                         {"password", kPassword},
                         {"captcha_id", id},
                         {"captcha", CaptchaSolution(services.secret, id, clock.Now())}});
  });
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(rows.Changes(), "account ~1 (last_login_at)\naudit +1\ncaptcha +1\nsession +1");
  EXPECT_EQ(after->Get(Path("todo")).status, 200);
}

TEST_P(LostCommitTest, AnActivationIsDoneAndSaysSo) {
  Register();
  const std::string link = After(MailText("activate"), "https://permit.example");
  browser.Get(link);
  const Response answer = Through([&](Browser& through) { return through.Post(link); });
  EXPECT_EQ(HeaderOf(answer, "Location"), Path("login?done=activated"));
  EXPECT_EQ(Account().state, sql::AccountState::kActive);
}

TEST_P(LostCommitTest, AFailureIsCounted) {
  OpenAccount();
  browser.Get(Path("login"));
  const std::string id = InputValue(browser.page(), "captcha_id");
  const Response answer = Through([&](Browser& through) {
    return through.Post(Path("login"),
                        {{"login_name", "xiaomei"},
                         {"password", "wrong7password"},
                         {"captcha_id", id},
                         {"captcha", CaptchaSolution(services.secret, id, clock.Now())}});
  });
  EXPECT_EQ(answer.status, 422);
  EXPECT_GE(Account().failures, 1);
}

TEST_P(LostCommitTest, ANewPasswordIsMailedOnce) {
  OpenAccount();
  browser.Get(Path("forgot-password"));
  const Response answer = Through([&](Browser& through) {
    return through.Post(Path("forgot-password"), {{"login_name", "xiaomei"}});
  });
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(Mails("new-password"), 1u);
  EXPECT_EQ(LogInAs("xiaomei", After(MailText("new-password"), "New password: ")).status, 303);
}

TEST_P(LostCommitTest, ALoginCodeAndANewLinkAreMailedOnce) {
  Register();
  browser.Get(Path("resend-activation"));
  EXPECT_EQ(Through([&](Browser& through) {
              return through.Post(Path("resend-activation"), {{"login_name", "xiaomei"}});
            }).status,
            303);
  EXPECT_EQ(Mails("activate"), 2u);
  browser.Get(Path("login-code"));
  EXPECT_EQ(Through([&](Browser& through) {
              return through.Post(Path("login-code"), {{"login_name", "xiaomei"}});
            }).status,
            303);
  EXPECT_EQ(Mails("login-code"), 1u);
}

}  // namespace
}  // namespace permit::test
