// Adding passkeys, logging in with them and removing them.
#include "handlers/account/passkeys.h"

#include <gtest/gtest.h>

#include "handlers/account/passkey_challenge.h"
#include "handlers/web/address_limit.h"
#include "sql/passkey_store.h"
#include "tests/handlers/account/account_fixture.h"
#include "tests/support/payable_case.h"
#include "tests/support/site/soft_authenticator.h"

namespace permit::test {
namespace {

class PasskeyTest : public AccountTest {
 protected:
  PasskeyTest() {
    OpenAccount();
    LogInAs("xiaomei", kPassword);
  }

  // An attribute of the page's form.
  std::string Data(const std::string& name) {
    const std::string mark = "data-" + name + "=\"";
    const std::size_t at = browser.page().find(mark);
    if (at == std::string::npos) return {};
    return browser.page().substr(at + mark.size(),
                                 browser.page().find('"', at + mark.size()) - at - mark.size());
  }

  Response AskFor(const std::string& name, const std::string& password = kPassword) {
    browser.Get(Path("passkeys/new"));
    return browser.Post(Path("passkeys/new"),
                        {{"passkey_name", name}, {"present_password", password}});
  }
  // What the page's script sends.
  Response Bring(SoftAuthenticator& with, const std::string& name = "My phone") {
    Fields fields = with.Create(Data("challenge"), Data("user"));
    fields.emplace_back("passkey_name", name);
    return browser.Post(Path("passkeys"), fields);
  }
  Response Add(SoftAuthenticator& with, const std::string& name = "My phone") {
    EXPECT_EQ(AskFor(name).status, 200);
    return Bring(with, name);
  }

  std::string Challenge() { return browser.Get(Path("passkey-challenge")).body; }
  // On a fresh login page, in a browser without a session.
  std::string OpenLogin() {
    browser.ForgetCookies();
    browser.SetCookie("lang", "en");
    browser.Get(Path("login"));
    return Challenge();
  }
  Response LogInBy(SoftAuthenticator& with) {
    const std::string challenge = OpenLogin();
    return browser.Post(Path("login/passkey"), with.Get(challenge));
  }
  static Fields But(Fields fields, const std::string& name, const std::string& value) {
    for (auto& field : fields) {
      if (field.first == name) field.second = value;
    }
    return fields;
  }

  std::string LastAction() {
    return database.Run("SELECT action FROM audit ORDER BY id DESC LIMIT 1").at(0).Text("action");
  }
  void ExpectRefused(const Response& answer, const std::string& what) {
    EXPECT_EQ(answer.status, 303) << what;
    EXPECT_EQ(HeaderOf(answer, "Location"), Path("login?done=passkey-refused")) << what;
    EXPECT_EQ(browser.Cookie("session"), "") << what;
    EXPECT_EQ(LastAction(), "passkey-refused") << what;
  }
  std::string Id() { return database.Run("SELECT id FROM passkey").at(0).Text("id"); }

  SoftAuthenticator device{settings.base_url};
};

TEST_F(PasskeyTest, IsAddedAfterThePassword) {
  RowWatch rows(database);
  EXPECT_EQ(browser.Get(Path("passkeys")).status, 200);
  EXPECT_TRUE(Says("You have not added a passkey yet."));
  EXPECT_EQ(AskFor("My phone").status, 200);
  EXPECT_EQ(rows.Changes(), "");
  EXPECT_EQ(Data("login"), "xiaomei");
  EXPECT_EQ(Data("known"), "");
  const Response added = Bring(device);
  EXPECT_EQ(rows.Changes(),
            "audit +1\nidempotency_key +1\noutbox +1\npasskey +1\npasskey_challenge +1");
  EXPECT_EQ(LastAction(), "passkey-added");
  EXPECT_EQ(After(MailText("passkey-added"), "Username: "), "xiaomei");
  EXPECT_NE(MailText("passkey-added").find("My phone"), std::string::npos);
  browser.Follow(added);
  EXPECT_TRUE(Says("The passkey was added."));
  EXPECT_TRUE(Says("My phone"));
  EXPECT_TRUE(Says("Not used yet"));
}

TEST_F(PasskeyTest, IsNotAddedWithoutThePassword) {
  RowWatch rows(database);
  EXPECT_EQ(AskFor("My phone", "wrong7password").status, 422);
  EXPECT_EQ(rows.Changes(), "account ~1 (failures)\naudit +1\nrate_counter +3");
  EXPECT_EQ(LastAction(), "passkey-request-failed");
  EXPECT_EQ(Data("challenge"), "");
  EXPECT_EQ(AskFor("My phone", "").status, 422);
  EXPECT_EQ(AskFor("").status, 422);
  EXPECT_EQ(AskFor(std::string(61, 'x')).status, 422);
  EXPECT_EQ(rows.Changes(), "");
  for (int guess = 1; guess < 5; ++guess) AskFor("My phone", "wrong7password");
  EXPECT_NE(MailText("login-trouble"), "");
  EXPECT_EQ(AskFor("My phone").status, 422) << "it rests";
}

TEST_F(PasskeyTest, ASecondIsToldOfTheFirst) {
  Add(device);
  const std::string user = Data("user");
  SoftAuthenticator other(settings.base_url);
  EXPECT_EQ(AskFor("Key").status, 200);
  EXPECT_EQ(Data("known"), Base64UrlEncode(device.credential_id));
  EXPECT_EQ(Data("user"), user);
  EXPECT_EQ(Bring(other, "Key").status, 303);
  EXPECT_EQ(sql::PasskeysOf(database, Account().id).size(), 2u);
  EXPECT_EQ(HeaderOf(LogInBy(device), "Location"), Path("todo"));
  EXPECT_EQ(HeaderOf(LogInBy(other), "Location"), Path("todo"));
}

TEST_F(PasskeyTest, SentTwiceIsAddedOnce) {
  AskFor("My phone");
  Fields fields = device.Create(Data("challenge"), Data("user"));
  fields.emplace_back("passkey_name", "My phone");
  Browser impatient = browser;
  const Response first = browser.Post(Path("passkeys"), fields);
  const Response second = impatient.Post(Path("passkeys"), fields);
  EXPECT_EQ(HeaderOf(first, "Location"), HeaderOf(second, "Location"));
  EXPECT_EQ(sql::PasskeysOf(database, Account().id).size(), 1u);
}

TEST_F(PasskeyTest, IsAddedByItsOwnChallengeAloneAndOnce) {
  RowWatch rows(database);
  AskFor("My phone");
  clock.Advance(kPasskeyChallengeLife + std::chrono::seconds(1));
  EXPECT_EQ(Bring(device).status, 422);
  EXPECT_TRUE(Says("The passkey was not added."));
  EXPECT_EQ(rows.Changes(), "session ~1 (ends_at, last_seen_at)");

  AskFor("My phone");
  Fields of_login = device.Create(Challenge(), Data("user"));
  of_login.emplace_back("passkey_name", "My phone");
  EXPECT_EQ(browser.Post(Path("passkeys"), of_login).status, 422);

  AskFor("My phone");
  Fields of_another = device.Create(Data("challenge"), Data("user"));
  of_another.emplace_back("passkey_name", "My phone");
  LogIn(browser, Account().id);  // another session of the same account
  browser.Get(Path("passkeys/new"));
  rows.Changes();
  EXPECT_EQ(browser.Post(Path("passkeys"), of_another).status, 422);
  EXPECT_EQ(rows.Changes(), "");

  AskFor("My phone");
  Fields twice = device.Create(Data("challenge"), Data("user"));
  twice.emplace_back("passkey_name", "My phone");
  EXPECT_EQ(browser.Post(Path("passkeys"), twice).status, 303);
  rows.Changes();
  twice.emplace_back("act", random.Uuid());
  EXPECT_EQ(browser.Post(Path("passkeys"), twice).status, 409);
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(PasskeyTest, IsAddedFromThisSiteAndVerifiedAlone) {
  RowWatch rows(database);
  const auto refused = [&](SoftAuthenticator& with, const char* what) {
    AskFor("My phone");
    EXPECT_EQ(Bring(with).status, 422) << what;
    EXPECT_EQ(rows.Changes(), "") << what;
  };
  SoftAuthenticator other("https://evil.example");
  refused(other, "another site");
  device.flags = 0x01;
  refused(device, "the user was not verified");
  device.flags = 0x05;
  device.cross_origin = true;
  refused(device, "from a frame");
}

TEST_F(PasskeyTest, AnAccountHasTwentyAtMost) {
  AskFor("The twenty-first");
  Fields late = device.Create(Data("challenge"), Data("user"));
  late.emplace_back("passkey_name", "The twenty-first");
  for (std::size_t number = 0; number < kMaxPasskeys; ++number) {
    sql::InsertPasskey(
        database, {Account().id, "id" + std::to_string(number), "u", -7, "k", 0, "n"}, clock.Now());
  }
  EXPECT_EQ(browser.Post(Path("passkeys"), late).status, 409);
  EXPECT_EQ(HeaderOf(browser.Get(Path("passkeys/new")), "Location"), Path("passkeys"));
  browser.Get(Path("passkeys"));
  EXPECT_TRUE(Says("You have 20 passkeys"));
  EXPECT_EQ(HeaderOf(browser.Post(Path("passkeys/new"),
                                  {{"passkey_name", "x"}, {"present_password", kPassword}}),
                     "Location"),
            Path("passkeys"));
}

TEST_F(PasskeyTest, ACredentialBelongsToOneAccount) {
  Add(device);
  AskFor("Once more");
  EXPECT_EQ(Bring(device, "Once more").status, 409);
  EXPECT_EQ(sql::PasskeysOf(database, Account().id).size(), 1u);
}

TEST_F(PasskeyTest, OpensASessionAsAnyLogin) {
  Add(device);
  device.counter = 3;
  clock.Advance(std::chrono::minutes(1));
  RowWatch rows(database);
  const Response answer = LogInBy(device);
  EXPECT_EQ(
      rows.Changes(),
      "account ~1 (idle_since, last_login_at)\naudit +1\npasskey ~1 (last_used_at, sign_count)\n"
      "passkey_challenge +1\nsession +1");
  EXPECT_EQ(HeaderOf(answer, "Location"), Path("todo"));
  EXPECT_EQ(LastAction(), "login-by-passkey");
  EXPECT_NE(browser.Cookie("known"), "");
  EXPECT_EQ(browser.Get(Path("todo")).status, 200);
  browser.Get(Path("passkeys"));
  EXPECT_FALSE(Says("Not used yet"));

  const std::string challenge = Challenge();  // once more, over the session
  browser.Get(Path("login"));
  device.counter = 4;
  EXPECT_EQ(browser.Post(Path("login/passkey"), device.Get(challenge)).status, 303);
  EXPECT_EQ(database.Run("SELECT account_id FROM session").size(), 2u)
      << "that of the password's login, and the last";
}

TEST_F(PasskeyTest, ReturnsToThePageAskedForOnThisSiteAlone) {
  Add(device);
  const auto leads = [&](const std::string& next) {
    Fields fields = device.Get(OpenLogin());
    fields.emplace_back("next", next);
    return HeaderOf(browser.Post(Path("login/passkey"), fields), "Location");
  };
  EXPECT_EQ(leads(Path("announcements")), Path("announcements"));
  EXPECT_EQ(leads("//evil.example/"), Path("todo"));
  device.origin = "https://evil.example";
  EXPECT_EQ(leads(Path("announcements")),
            Path("login?done=passkey-refused&next=" + Path("announcements")));
  EXPECT_EQ(leads("//evil.example/"), Path("login?done=passkey-refused"));
}

TEST_F(PasskeyTest, RefusesWhatIsSpoilt) {
  Add(device);
  const auto sends = [&](const Fields& fields, const char* what) {
    RowWatch rows(database);
    ExpectRefused(browser.Post(Path("login/passkey"), fields), what);
    const std::string changes = rows.Changes();
    EXPECT_EQ(changes.find("session"), std::string::npos) << what;
    EXPECT_EQ(changes.find("passkey ~"), std::string::npos) << what;
    EXPECT_NE(changes.find("rate_counter"), std::string::npos) << what;
  };
  device.origin = "https://evil.example";
  sends(device.Get(OpenLogin()), "another origin");
  device.origin = settings.base_url;
  device.relying_party = "evil.example";
  sends(device.Get(OpenLogin()), "another relying party");
  device.relying_party = "permit.example";
  device.flags = 0x01;
  sends(device.Get(OpenLogin()), "not verified");
  device.flags = 0x05;
  device.cross_origin = true;
  sends(device.Get(OpenLogin()), "from a frame");
  device.cross_origin = false;

  SoftAuthenticator thief(settings.base_url);
  thief.user_handle = device.user_handle;
  sends(thief.Get(OpenLogin()), "an unknown credential");
  thief.credential_id = device.credential_id;
  sends(thief.Get(OpenLogin()), "another's signature");
  sends(But(device.Get(OpenLogin()), "user_handle", ""), "without its user");
  sends(But(device.Get(OpenLogin()), "user_handle", "AAAA"), "another user");
  sends(But(device.Get(OpenLogin()), "client_data", "AAAA"), "no client data");
  sends(But(device.Get(OpenLogin()), "signature", ""), "no signature");
  sends(But(device.Get(OpenLogin()), "credential", "A"), "no bytes");
  sends({}, "nothing at all");
  browser.Follow(LogInBy(thief));
  EXPECT_TRUE(Says("We could not log you in with this passkey."));
  EXPECT_EQ(HeaderOf(LogInBy(device), "Location"), Path("todo")) << "what was not spoilt";
}

TEST_F(PasskeyTest, RefusesAChallengeOfOthersAndOneThatWasUsed) {
  Add(device);
  AskFor("Key");
  const std::string to_add = Data("challenge");
  OpenLogin();
  ExpectRefused(browser.Post(Path("login/passkey"), device.Get(to_add)), "to add one");

  const std::string elsewhere = OpenLogin();
  OpenLogin();
  ExpectRefused(browser.Post(Path("login/passkey"), device.Get(elsewhere)), "another browser's");
  ExpectRefused(browser.Post(Path("login/passkey"), device.Get(Base64UrlEncode(random.Bytes(36)))),
                "made up");

  const std::string old = OpenLogin();
  clock.Advance(kPasskeyChallengeLife + std::chrono::seconds(1));
  ExpectRefused(browser.Post(Path("login/passkey"), device.Get(old)), "too late");

  const std::string challenge = OpenLogin();
  Browser second = browser;
  const Fields answer = device.Get(challenge);
  EXPECT_EQ(HeaderOf(second.Post(Path("login/passkey"), answer), "Location"), Path("todo"));
  ExpectRefused(browser.Post(Path("login/passkey"), answer), "used");
}

TEST_F(PasskeyTest, RefusesACounterThatGoesBack) {
  device.counter = 5;
  Add(device);
  for (std::uint32_t counter : {5u, 4u, 0u}) {
    device.counter = counter;
    ExpectRefused(LogInBy(device), std::to_string(counter));
  }
  device.counter = 6;
  EXPECT_EQ(HeaderOf(LogInBy(device), "Location"), Path("todo"));
  ExpectRefused(LogInBy(device), "the same again");
}

TEST_F(PasskeyTest, AnAuthenticatorThatDoesNotCountMayComeAgain) {
  Add(device);
  for (int login = 0; login < 3; ++login) {
    EXPECT_EQ(HeaderOf(LogInBy(device), "Location"), Path("todo"));
  }
}

TEST_F(PasskeyTest, PassesARestAndForgivesNoFailedPassword) {
  Add(device);
  database.Run("UPDATE account SET failures = 5, rests_until = '2026-03-02 02:10:00'");
  EXPECT_EQ(HeaderOf(LogInBy(device), "Location"), Path("todo"));
  EXPECT_EQ(Account().failures, 5);
  EXPECT_TRUE(Account().rests_until.has_value());
  browser.ForgetCookies();
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 422) << "the password still rests";
}

TEST_F(PasskeyTest, OpensNoClosedAccount) {
  Add(device);
  database.Run("UPDATE account SET state = 'closed'");
  ExpectRefused(LogInBy(device), "closed");
}

TEST_F(PasskeyTest, WhoMustChangeThePasswordGoesThereFirst) {
  Add(device);
  database.Run("UPDATE account SET must_change_password = 1");
  EXPECT_EQ(HeaderOf(LogInBy(device), "Location"), Path("password"));
  EXPECT_EQ(HeaderOf(browser.Get(Path("passkeys")), "Location"), Path("password"));
}

TEST_F(PasskeyTest, FailedLoginsAreLimitedByAddressAsThoseByPassword) {
  Add(device);
  device.origin = "https://evil.example";
  for (int failure = 0; failure < kLoginFailures.allowed; ++failure) {
    ExpectRefused(LogInBy(device), std::to_string(failure));
  }
  device.origin = settings.base_url;
  EXPECT_EQ(LogInBy(device).status, 429);
  browser.Get(Path("login"));
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 429);
}

TEST_F(PasskeyTest, AskingForAChallengeWritesNothing) {
  RowWatch rows(database);
  browser.ForgetCookies();
  const Response answer = browser.Get(Path("passkey-challenge"));
  EXPECT_EQ(answer.body.size(), 48u);
  EXPECT_EQ(HeaderOf(answer, "Cache-Control"), "no-store");
  EXPECT_NE(answer.body, Challenge());
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(PasskeyTest, IsRemovedAndOpensNothingThen) {
  Add(device);
  const std::string page = Path("passkeys/" + Id() + "/remove");
  EXPECT_EQ(browser.Get(page).status, 200);
  EXPECT_TRUE(Says("My phone"));
  Browser impatient = browser;
  RowWatch rows(database);
  const Response removed = browser.Post(page);
  EXPECT_EQ(rows.Changes(), "audit +1\nidempotency_key +1\noutbox +1\npasskey -1");
  EXPECT_EQ(LastAction(), "passkey-removed");
  EXPECT_NE(MailText("passkey-removed").find("My phone"), std::string::npos);
  EXPECT_EQ(HeaderOf(impatient.Post(page), "Location"), HeaderOf(removed, "Location"));
  browser.Follow(removed);
  EXPECT_TRUE(Says("The passkey was removed."));
  EXPECT_EQ(browser.Get(page).status, 404);
  ExpectRefused(LogInBy(device), "removed");
  EXPECT_EQ(LogInAs("xiaomei", kPassword).status, 303) << "the password stays";
}

TEST_F(PasskeyTest, IsNobodyElses) {
  Add(device);
  const std::string page = Path("passkeys/" + Id() + "/remove");
  Browser other(dispatcher);
  LogIn(other, AddAccount(database, 7));
  EXPECT_EQ(other.Get(Path("passkeys")).body.find("My phone"), std::string::npos);
  RowWatch rows(database);
  EXPECT_EQ(other.Get(page).status, 404);
  other.Get(Path("passkeys/new"));
  EXPECT_EQ(other.Post(page, {{"act", random.Uuid()}}).status, 404);
  for (const char* id : {"0", "-1", "x", "1x", "99999999999999999999999", "%31"}) {
    if (Id() == "1" && std::string(id) == "%31") continue;
    EXPECT_EQ(browser.Get(Path("passkeys/" + std::string(id) + "/remove")).status, 404) << id;
  }
  EXPECT_EQ(rows.Changes(), "");
}

}  // namespace
}  // namespace permit::test
