// permitctl account mailbox: a student who lost the mailbox comes to the counter.
#include <gmock/gmock.h>

#include "sql/account_store.h"
#include "sql/login_guard_store.h"
#include "sql/mailbox_change_store.h"
#include "sql/reviewer_store.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/payable_case.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class MailboxCommandTest : public ShellTest {
 protected:
  MailboxCommandTest() : account(AddAccount(database, 1)), other(AddAccount(database, 2)) {
    sql::UpsertReviewer(
        database, {.login_name = "first.reviewer", .display_name = "初審", .password_hash = "x"},
        clock.Now());
    LogIn(browser, account);
  }

  Said Change(const std::string& mailbox, const std::string& name = "student1") {
    return Run({"account", "mailbox", name, mailbox, "--as", "first.reviewer", "--reason",
                "居留證 A123，舊信箱遺失"});
  }
  std::string Mailbox() { return sql::FindAccount(database, account)->email; }
  std::string Column(const std::string& query) {
    const auto rows = database.Run(query);
    if (rows.size() != 1) return std::to_string(rows.size()) + " rows";
    return rows[0].OptionalText(rows[0].columns().at(0)).value_or("NULL");
  }

  std::uint64_t account;
  std::uint64_t other;
};

TEST_F(MailboxCommandTest, ChangesItTellsBothAndWritesTheAudit) {
  const Said said = Change("Moved@Example.org");
  EXPECT_EQ(said.exit_code, 0) << said.err;
  EXPECT_THAT(said.out, HasSubstr("student1@example.org"));
  EXPECT_EQ(Mailbox(), "Moved@Example.org");
  EXPECT_EQ(Column("SELECT CONCAT(actor, '|', action, '|', object, '|', detail) FROM audit WHERE "
                   "action = 'account-mailbox'"),
            "reviewer:first.reviewer|account-mailbox|account:student1|"
            "student1@example.org -> Moved@Example.org: 居留證 A123，舊信箱遺失");
  EXPECT_EQ(Column("SELECT CONCAT(actor, '|', object, '|', detail) FROM audit "
                   "WHERE action = 'act-as'"),
            "operator:test|account:student1|account mailbox as reviewer:first.reviewer");
  const std::string old_mail =
      Column("SELECT text_body FROM outbox WHERE recipient = 'student1@example.org'");
  EXPECT_THAT(old_mail, HasSubstr("臨櫃查驗您的身分"));
  EXPECT_THAT(old_mail, HasSubstr("若非您本人申請"));
  EXPECT_THAT(old_mail, Not(HasSubstr("Moved@Example.org"))) << "others may read that mailbox";
  EXPECT_THAT(Column("SELECT text_body FROM outbox WHERE recipient = 'Moved@Example.org'"),
              HasSubstr("student1"));
  EXPECT_EQ(Column("SELECT count(*) FROM outbox"), "2");
}

TEST_F(MailboxCommandTest, EndsWhatAnEarlierMailboxMayStillDo) {
  const sql::MailboxChange change{.account_id = account,
                                  .confirm_hash = "confirm",
                                  .old_mailbox = "earlier@example.org",
                                  .asked_at = clock.Now(),
                                  .stops_until = clock.Now() + std::chrono::days(7)};
  sql::InsertMailboxChange(database, "stop", change);
  database.Transact([&](sql::Transaction& transaction) {
    sql::ObjectToMailboxChange(transaction, "stop", change, clock.Now(),
                               clock.Now() + std::chrono::hours(72));
  });
  EXPECT_TRUE(sql::FindRecoveryMailbox(database, account, clock.Now()));
  EXPECT_EQ(Change("moved@example.org").exit_code, 0);
  EXPECT_FALSE(sql::FindRecoveryMailbox(database, account, clock.Now()));
  EXPECT_LE(sql::FindMailboxChange(database, "stop")->stops_until, clock.Now());
}

TEST_F(MailboxCommandTest, WritesInTheAccountsLanguage) {
  database.Run("UPDATE account SET language = 'en'");
  EXPECT_EQ(Change("moved@example.org").exit_code, 0);
  EXPECT_EQ(Column("SELECT subject FROM outbox WHERE recipient = 'moved@example.org'"),
            "Emails about your account now come to this address");
}

TEST_F(MailboxCommandTest, EndsSessionsAndWhatWasSentToTheOldMailbox) {
  EXPECT_EQ(browser.Get(std::string(kStudent) + "/todo").status, 200);
  const Instant later = clock.Now() + std::chrono::hours(1);
  for (const auto& [hash, purpose] : {std::pair{"a", sql::TokenPurpose::kLoginCode},
                                      std::pair{"b", sql::TokenPurpose::kMailbox}}) {
    sql::InsertToken(database, hash, account, purpose, "", clock.Now(), later);
  }
  sql::InsertToken(database, "c", other, sql::TokenPurpose::kLoginCode, "", clock.Now(), later);
  sql::SetTemporaryPassword(database, account, "hash", later);
  EXPECT_EQ(Change("moved@example.org").exit_code, 0);
  EXPECT_EQ(browser.Get(std::string(kStudent) + "/todo").status, 303);
  EXPECT_FALSE(sql::UseToken(database, "a", sql::TokenPurpose::kLoginCode, clock.Now()));
  EXPECT_FALSE(sql::UseToken(database, "b", sql::TokenPurpose::kMailbox, clock.Now()));
  EXPECT_TRUE(sql::UseToken(database, "c", sql::TokenPurpose::kLoginCode, clock.Now()));
  EXPECT_FALSE(sql::FindAccount(database, account)->temporary_password_hash);
}

TEST_F(MailboxCommandTest, RefusesWhatTheSiteRefusesAndAMailboxInUse) {
  RowWatch rows(database);
  for (const char* mailbox : {"mei@qq.com", "mei@example.cn", "mei", "", "a b@example.org",
                              "student1@example.org", "Student2@Example.org"}) {
    EXPECT_EQ(Change(mailbox).exit_code, 1) << mailbox;
  }
  EXPECT_EQ(Change("moved@example.org", "nobody").exit_code, 1);
  EXPECT_EQ(Run({"account", "mailbox", "student1", "moved@example.org"}).exit_code, 2);
  EXPECT_EQ(Run({"account", "mailbox", "student1", "moved@example.org", "--reason", "x", "--as",
                 "nobody"})
                .exit_code,
            1);
  EXPECT_EQ(rows.Changes(), "");
  for (const char* state : {"closed", "pending"}) {
    database.Run("UPDATE account SET state = '" + std::string(state) +
                 "' WHERE login_name = 'student1'");
    EXPECT_EQ(Change("moved@example.org").exit_code, 1) << state;
  }
}

TEST_F(MailboxCommandTest, AMailboxOfAClosedAccountIsFree) {
  EXPECT_EQ(Run({"account", "close", "student2"}).exit_code, 0);
  EXPECT_EQ(Change("student2@example.org").exit_code, 0);
}

TEST_F(MailboxCommandTest, AsksAboutASlipAndTakesIt) {
  const Said said = Change("mei@gmial.com");
  EXPECT_EQ(said.exit_code, 0);
  EXPECT_THAT(said.out, HasSubstr("mei@gmail.com"));
  EXPECT_EQ(Mailbox(), "mei@gmial.com");
}

}  // namespace
}  // namespace permit::test
