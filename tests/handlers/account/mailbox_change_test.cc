// A changed mailbox: asked for with the password, confirmed from the new one, stopped from the old.
#include <gmock/gmock.h>

#include "sql/mailbox_change_store.h"
#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kOld[] = "student1@example.org";
constexpr char kNew[] = "new@example.com";

std::string At(const std::string& page) { return std::string(kStudent) + "/" + page; }

class MailboxChangeTest : public SiteTest {
 protected:
  static constexpr char kPassword[] = "harbour7lights";

  MailboxChangeTest() : account(AddAccount(database, 1)), anybody(dispatcher) {
    settings.base_url = "https://permit.example";
    anybody.SetCookie("lang", "en");
    browser.SetCookie("lang", "en");
    database.Run(
        "UPDATE applicant SET mainland_id = '360426199101010071', birth_date = '1991-01-01'");
    database.Run("UPDATE account SET language = 'en', password_hash = '" +
                 HashPassword(kPassword, random) + "'");
    LogIn(browser, account);
  }

  Response Save(const std::string& mailbox, const std::string& password = kPassword,
                const std::string& phone = "0223456789") {
    browser.Get(At("basic-data"));
    return browser.Post(At("basic-data"), {{"chinese_name", "陳小明"},
                                           {"surname", "CHEN"},
                                           {"given_name", "XIAOMING"},
                                           {"birthplace", "guangdong"},
                                           {"travel_permit", "T12345671"},
                                           {"phone", phone},
                                           {"extension", ""},
                                           {"email", mailbox},
                                           {"present_password", password}});
  }

  // The path of the link in the latest mail of that kind.
  std::string LinkIn(const std::string& kind) {
    const std::string text = Column("SELECT text_body FROM outbox WHERE cause_key LIKE '" + kind +
                                    ":%' ORDER BY id DESC LIMIT 1");
    const std::string site = "https://permit.example";
    const std::size_t at = text.find(site + At("mailbox/"));
    if (at == std::string::npos) return {};
    return text.substr(at + site.size(), text.find('\n', at) - at - site.size());
  }
  std::string RecipientOf(const std::string& kind) {
    return Column("SELECT recipient FROM outbox WHERE cause_key LIKE '" + kind +
                  ":%' ORDER BY id DESC LIMIT 1");
  }
  std::string Column(const std::string& query) {
    const auto rows = database.Run(query);
    if (rows.size() != 1) return std::to_string(rows.size()) + " rows";
    return rows[0].OptionalText(rows[0].columns().at(0)).value_or("NULL");
  }
  std::string Mailbox() { return Column("SELECT email FROM account"); }
  std::string LastAudit() { return Column("SELECT action FROM audit ORDER BY id DESC LIMIT 1"); }

  // Another mailbox, asked for and confirmed from there. The link to the old one, if it got any.
  std::string MoveTo(const std::string& mailbox) {
    database.Run("DELETE FROM outbox");
    EXPECT_EQ(Save(mailbox).status, 303);
    const std::string stop = LinkIn("mailbox-asked");
    EXPECT_EQ(Press(LinkIn("mailbox")).status, 200);
    EXPECT_EQ(Mailbox(), mailbox);
    clock.Advance(std::chrono::seconds(1));
    return stop;
  }
  // Sends what the button of the link's page sends, also where that shows no button any more.
  Response Press(const std::string& link) {
    anybody.Get(At("forgot-password"));
    const std::string token = InputValue(anybody.page(), "csrf");
    anybody.Get(link);
    return anybody.Post(link, {{"csrf", token}});
  }

  // Where a mail goes that is asked for by the account's name.
  std::string Recovers(const std::string& page) {
    database.Run("DELETE FROM rate_counter");
    anybody.Get(At(page));
    EXPECT_EQ(anybody.Post(At(page), {{"login_name", "student1"}}).status, 303);
    return RecipientOf(page == "login-code" ? "login-code" : "new-password");
  }

  std::uint64_t account;
  Browser anybody;
};

TEST_F(MailboxChangeTest, AsksForThePresentPassword) {
  const Response asked = Save(kNew, "");
  EXPECT_EQ(asked.status, 422);
  EXPECT_THAT(asked.body, HasSubstr("id=\"present_password-error\""));
  EXPECT_THAT(asked.body, HasSubstr("type=\"password\""));
  EXPECT_THAT(asked.body, HasSubstr("value=\"new@example.com\""));
  EXPECT_EQ(Column("SELECT count(*) FROM outbox"), "0");
  EXPECT_EQ(Save(kOld, "", "0911222333").status, 303) << "the telephone alone needs none";
  EXPECT_THAT(browser.Get(At("basic-data")).body, Not(HasSubstr("type=\"password\"")));
}

TEST_F(MailboxChangeTest, AWrongPasswordCountsAsAFailedLogin) {
  RowWatch rows(database);
  EXPECT_EQ(Save(kNew, "wrong7password").status, 422);
  EXPECT_EQ(rows.Changes(), "account ~1 (failures)\naudit +1\nrate_counter +3");
  EXPECT_EQ(LastAudit(), "mailbox-change-failed");
  for (int i = 1; i < settings.login_failures_allowed; ++i) Save(kNew, "wrong7password");
  EXPECT_EQ(RecipientOf("login-trouble"), kOld);
  const Response rests = Save(kNew);
  EXPECT_EQ(rests.status, 422) << "no guess is looked at while the account rests";
  EXPECT_THAT(rests.body, HasSubstr("id=\"present_password-error\""));
  EXPECT_EQ(Column("SELECT count(*) FROM mailbox_change"), "0");
}

TEST_F(MailboxChangeTest, TheOldMailboxIsToldAtOnceAndStopsIt) {
  Save(kNew);
  EXPECT_EQ(RecipientOf("mailbox-asked"), kOld);
  EXPECT_THAT(Column("SELECT text_body FROM outbox WHERE recipient = '" + std::string(kOld) + "'"),
              Not(HasSubstr(kNew)));
  const std::string confirm = LinkIn("mailbox");
  const std::string stop = LinkIn("mailbox-asked");
  RowWatch rows(database);
  EXPECT_EQ(anybody.Get(stop).status, 200);
  EXPECT_THAT(anybody.page(), HasSubstr("Stop the change"));
  EXPECT_EQ(rows.Changes(), "");
  const Response stopped = anybody.Post(stop);
  EXPECT_EQ(stopped.status, 200);
  EXPECT_THAT(stopped.body, HasSubstr("The change has been stopped"));
  EXPECT_EQ(rows.Changes(),
            "account_token ~1 (used_at)\naudit +1\nmailbox_change ~1 (objected_at)");
  EXPECT_EQ(LastAudit(), "mailbox-change-stopped");
  EXPECT_EQ(Press(confirm).status, 422);
  EXPECT_EQ(Press(stop).status, 200) << "says again that it is stopped";
  EXPECT_EQ(rows.Changes(), "");
  EXPECT_EQ(Mailbox(), kOld);
  EXPECT_EQ(Recovers("forgot-password"), kOld);
}

TEST_F(MailboxChangeTest, CanBeCancelledWhileItWaits) {
  EXPECT_THAT(browser.Get(At("basic-data")).body, Not(HasSubstr("cancel-mailbox")));
  Save(kNew);
  const std::string confirm = LinkIn("mailbox");
  EXPECT_THAT(browser.Get(At("basic-data")).body, HasSubstr("cancel-mailbox"));
  RowWatch rows(database);
  const Response page = browser.Follow(browser.Post(At("basic-data/cancel-mailbox")));
  EXPECT_THAT(page.body, HasSubstr("The change has been cancelled"));
  EXPECT_THAT(page.body, Not(HasSubstr(kNew)));
  EXPECT_EQ(rows.Changes(), "account_token ~1 (used_at)\naudit +1\nidempotency_key +1");
  EXPECT_EQ(LastAudit(), "mailbox-change-cancelled");
  EXPECT_EQ(Press(confirm).status, 422);
  EXPECT_EQ(Press(LinkIn("mailbox-asked")).status, 422);
  EXPECT_EQ(Mailbox(), kOld);
  browser.Get(At("basic-data"));
  rows.Changes();
  EXPECT_EQ(browser.Post(At("basic-data/cancel-mailbox")).status, 303);
  EXPECT_EQ(rows.Changes(), "idempotency_key +1") << "nothing waits any more";
}

TEST_F(MailboxChangeTest, BothMailboxesAreToldOnceItIsDone) {
  MoveTo(kNew);
  EXPECT_EQ(RecipientOf("mailbox-changed"), kOld);
  EXPECT_EQ(RecipientOf("mailbox-confirmed"), kNew);
  EXPECT_THAT(LinkIn("mailbox-changed"), HasSubstr("/mailbox/stop/"));
  EXPECT_EQ(LinkIn("mailbox-changed"), LinkIn("mailbox-asked"));
}

TEST_F(MailboxChangeTest, AnObjectionAfterwardsKeepsTheNewMailboxFromRecoveringTheAccount) {
  const std::string stop = MoveTo(kNew);
  EXPECT_EQ(Recovers("forgot-password"), kNew);
  EXPECT_EQ(Recovers("login-code"), kNew);
  RowWatch rows(database);
  EXPECT_EQ(anybody.Get(stop).status, 200);
  EXPECT_EQ(rows.Changes(), "");
  EXPECT_THAT(anybody.Post(stop).body, HasSubstr("2026-03-05 10:00:01"));
  EXPECT_EQ(rows.Changes(),
            "account ~1 (temporary_password_expires_at, temporary_password_hash)\n"
            "account_token ~1 (used_at)\naudit +1\n"
            "mailbox_change ~1 (objected_at, recovers_until)");
  EXPECT_EQ(LastAudit(), "mailbox-change-objected");
  EXPECT_EQ(Mailbox(), kNew);
  clock.Advance(std::chrono::hours(72) - std::chrono::seconds(1));
  EXPECT_EQ(Recovers("forgot-password"), kOld);
  EXPECT_EQ(Recovers("login-code"), kOld);
  LogIn(browser, account);
  EXPECT_THAT(browser.Get(At("basic-data")).body, HasSubstr("An objection to the change was made"));
  clock.Advance(std::chrono::seconds(1));
  EXPECT_EQ(Recovers("forgot-password"), kNew);
  EXPECT_EQ(Recovers("login-code"), kNew);
  EXPECT_THAT(browser.Get(At("basic-data")).body,
              Not(HasSubstr("An objection to the change was made")));
  EXPECT_EQ(Press(stop).status, 422) << "an objection works once";
}

TEST_F(MailboxChangeTest, AChangedPasswordIsNoWayRoundTheObjection) {
  const std::string stop = MoveTo(kNew);
  browser.Get(At("password"));
  EXPECT_EQ(browser
                .Post(At("password"), {{"present_password", kPassword},
                                       {"password", "seaside5wind"},
                                       {"password_again", "seaside5wind"}})
                .status,
            303);
  EXPECT_EQ(Press(stop).status, 200);
  EXPECT_EQ(Recovers("forgot-password"), kOld);
  database.Run("DELETE FROM outbox");
  LogIn(browser, account);
  browser.Get(At("password"));
  EXPECT_EQ(browser
                .Post(At("password"), {{"present_password", "seaside5wind"},
                                       {"password", "orchard3window"},
                                       {"password_again", "orchard3window"}})
                .status,
            303);
  EXPECT_EQ(Column("SELECT GROUP_CONCAT(recipient ORDER BY id) FROM outbox"),
            std::string(kNew) + "," + kOld);
}

TEST_F(MailboxChangeTest, WhoMovesOnToAThirdMailboxCannotObjectInPlaceOfTheFirst) {
  const std::string first = MoveTo(kNew);
  const std::string second = MoveTo("third@example.com");
  EXPECT_EQ(Press(second).status, 200);
  EXPECT_EQ(Recovers("forgot-password"), kNew);
  EXPECT_EQ(Press(first).status, 200);
  EXPECT_EQ(Recovers("forgot-password"), kOld);
  EXPECT_EQ(Press(second).status, 422);
  EXPECT_EQ(Recovers("forgot-password"), kOld);
}

TEST_F(MailboxChangeTest, TheWayBackCannotBeStoppedByTheMailboxThatWasObjectedTo) {
  Press(MoveTo(kNew));
  EXPECT_EQ(MoveTo(kOld), "");
  EXPECT_EQ(Column("SELECT count(*) FROM outbox WHERE cause_key LIKE 'mailbox-asked:%'"), "0");
  EXPECT_EQ(RecipientOf("mailbox-changed"), kNew);
  EXPECT_EQ(LinkIn("mailbox-changed"), "");
  EXPECT_EQ(RecipientOf("mailbox-confirmed"), kOld);
}

TEST_F(MailboxChangeTest, WhileAnObjectionHoldsItsMailboxIsAskedAboutTheNextChange) {
  Press(MoveTo(kNew));
  const std::string stop = MoveTo("third@example.com");
  EXPECT_EQ(RecipientOf("mailbox-asked"), kOld);
  EXPECT_EQ(RecipientOf("mailbox-changed"), kNew);
  EXPECT_EQ(LinkIn("mailbox-changed"), "");
  clock.Advance(std::chrono::hours(71));
  EXPECT_EQ(Press(stop).status, 200);
  clock.Advance(std::chrono::hours(71));
  EXPECT_EQ(Recovers("forgot-password"), kOld);
}

TEST_F(MailboxChangeTest, TheLinkOfTheOldMailboxWorksForAWeek) {
  const std::string stop = MoveTo(kNew);
  clock.Advance(std::chrono::days(7) - std::chrono::seconds(2));
  EXPECT_EQ(anybody.Get(stop).status, 200);
  clock.Advance(std::chrono::seconds(1));
  EXPECT_EQ(Press(stop).status, 422);
  EXPECT_EQ(Recovers("forgot-password"), kNew);
  EXPECT_EQ(anybody.Get(At("mailbox/stop/" + std::string(43, 'A'))).status, 422);
}

}  // namespace
}  // namespace permit::test
