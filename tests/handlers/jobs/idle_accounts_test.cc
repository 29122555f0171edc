#include "handlers/jobs/idle_accounts.h"

#include <gmock/gmock.h>

#include "sql/account_store.h"
#include "sql/kept_form_store.h"
#include "sql/login_guard_store.h"
#include "sql/session_store.h"
#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit {
namespace {

using ::testing::HasSubstr;

constexpr std::chrono::days kDay{1};

// An account that has not been used since the first day of 2026.
class IdleAccountsTest : public test::SiteTest {
 protected:
  IdleAccountsTest()
      : end(StartOfDay(ParseDate("2026/01/01").value()) + std::chrono::hours(8) +
            std::chrono::days(settings.retention_account_days)),
        account(test::AddAccount(database, 1)) {}

  // "noticed removed"
  std::string LookAfter(Instant now) {
    const IdleAccountsDone done = LookAfterIdleAccounts(database, settings, SharedRenderer(), now);
    return std::to_string(done.noticed) + " " + std::to_string(done.removed);
  }
  std::string Mail() {
    return database.Run("SELECT text_body FROM outbox").at(0).Text("text_body");
  }

  const Instant end;  // of its time
  const std::uint64_t account;
};

TEST_F(IdleAccountsTest, IsToldAMonthAheadThenRemovedWithAllThatIsItsOwn) {
  database.Run(
      "INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until,"
      " loaded_at) SELECT '114000000001', 'single', applicant_id, '2026-01-05', '2026-12-31',"
      " '2026-12-31', '2026-01-05' FROM account");
  database.Run(
      "INSERT INTO draft (id, account_id, service, permit_id, form, created_at, updated_at)"
      " SELECT 'd', account.id, 'exchange', entry_permit.id, '{}', NOW(3), NOW(3)"
      " FROM account, entry_permit");
  database.Run(
      "INSERT INTO upload (id, account_id, draft_id, slot, name, mime, size, sha256, content,"
      " created_at) SELECT 'u', id, 'd', 'photo', 'n', 'image/jpeg', 1, 'x', 'x', NOW(3)"
      " FROM account");
  database.Run(
      "INSERT INTO photo_original (draft_id, content, width, height, crop_size, crop_x, crop_y)"
      " VALUES ('d', 'x', 1, 1, 1, 0, 0)");
  sql::InsertSession(database, std::string(64, 'a'), account, end, end);
  sql::KeepForm(database, account, "/old", {}, end);
  sql::InsertToken(database, std::string(64, 'b'), account, sql::TokenPurpose::kMailbox, "", end,
                   end);
  database.Run(
      "INSERT INTO password_history (account_id, password_hash, set_at) SELECT id, 'h', NOW(3)"
      " FROM account");
  database.Run(
      "INSERT INTO passkey (account_id, credential_hash, credential_id, user_handle, algorithm,"
      " public_key, sign_count, name, created_at) SELECT id, 'h', 'c', 'u', -7, 'k', 0, 'n', NOW(3)"
      " FROM account");
  database.Run(
      "INSERT INTO mailbox_change (stop_hash, account_id, confirm_hash, old_mailbox, asked_at,"
      " stops_until) SELECT 's', id, 'c', 'old@example.org', NOW(3), NOW(3) FROM account");
  database.Run(
      "INSERT INTO kept_file (id, account_id, slot, name, mime, size, sha256, content, position,"
      " kept_at) SELECT 'k', id, 'photo', 'n', 'image/jpeg', 4, 'x', 'kept', 0, NOW(3) FROM"
      " account");

  EXPECT_EQ(LookAfter(end - 31 * kDay), "0 0");
  test::RowWatch watch(database);
  EXPECT_EQ(LookAfter(end - 30 * kDay + std::chrono::seconds(1)), "1 0");
  EXPECT_EQ(LookAfter(end - 29 * kDay), "0 0");
  EXPECT_EQ(watch.Changes(), "account ~1 (end_noticed_at)\noutbox +1");
  EXPECT_THAT(Mail(), HasSubstr("student1"));
  EXPECT_THAT(Mail(), HasSubstr(FormatDate(AddDays(TaipeiDate(end), -1))))
      << "the last whole day on which it is there";
  EXPECT_EQ(LookAfter(end), "0 0");
  EXPECT_EQ(watch.Changes(), "");
  EXPECT_EQ(LookAfter(end + std::chrono::seconds(2)), "0 1");
  EXPECT_EQ(watch.Changes(),
            "account -1\naccount_token -1\naudit +1\ndraft -1\nkept_file -1\n"
            "kept_form -1\nmailbox_change -1\npasskey -1\npassword_history -1\nphoto_original "
            "-1\nsession -1\nupload -1");
  EXPECT_EQ(LookAfter(end + kDay), "0 0");
}

TEST_F(IdleAccountsTest, ALateNoticeStillLeavesAMonth) {
  const Instant late = end + 300 * kDay;
  EXPECT_EQ(LookAfter(late), "1 0");
  EXPECT_THAT(Mail(), HasSubstr(FormatDate(AddDays(TaipeiDate(late), 29))));
  EXPECT_EQ(LookAfter(late + 29 * kDay), "0 0");
  EXPECT_EQ(LookAfter(late + 30 * kDay), "0 1");
}

TEST_F(IdleAccountsTest, ALoginKeepsIt) {
  const Instant noticed = end - 20 * kDay;
  EXPECT_EQ(LookAfter(noticed), "1 0");
  sql::RecordLogin(database, account, noticed + kDay);
  EXPECT_EQ(LookAfter(end + 100 * kDay), "0 0");
  const Instant again = noticed + kDay + std::chrono::days(settings.retention_account_days);
  EXPECT_EQ(LookAfter(again - 10 * kDay), "1 0") << "told anew";
  EXPECT_EQ(LookAfter(again), "0 0");
  EXPECT_EQ(LookAfter(again + 20 * kDay), "0 1");
  EXPECT_EQ(database.Run("SELECT 1 FROM outbox").size(), 2U);
}

TEST_F(IdleAccountsTest, AClosedOneGetsNoMail) {
  database.Run("UPDATE account SET state = 'closed'");
  EXPECT_EQ(LookAfter(end), "1 0");
  EXPECT_EQ(database.Run("SELECT 1 FROM outbox").size(), 0U);
  EXPECT_EQ(LookAfter(end + 30 * kDay), "0 1");
}

TEST_F(IdleAccountsTest, WhatDependsOnItKeepsIt) {
  const auto kept = [&] {
    const std::string noticed = LookAfter(end + kDay);
    database.Run("UPDATE account SET end_noticed_at = '2026-06-01' WHERE end_noticed_at IS NULL");
    const std::string removed = LookAfter(end + kDay);
    database.Run("UPDATE account SET end_noticed_at = NULL");
    return noticed == "0 0" && removed == "0 0";
  };
  const test::PayableCase made = test::AddPayableCase(database, account, 1);
  database.Run("UPDATE application_case SET state = 'withdrawn'");
  EXPECT_TRUE(kept()) << "a case, whatever became of it";

  // The case of another account of the same applicant, as after a closed account.
  database.Run("UPDATE account SET state = 'closed'");
  database.Run(
      "INSERT INTO account (applicant_id, category, login_name, password_hash, email, language,"
      " state, created_at) SELECT applicant_id, category, 'again', 'x', 'a@example.org', 'en',"
      " 'active', created_at FROM account");
  EXPECT_TRUE(kept()) << "a case of the applicant";
  database.Run("DELETE FROM account WHERE login_name = 'again'");
  database.Run("DELETE FROM application_case");
  database.Run("DELETE FROM case_group");
  database.Run("UPDATE account SET state = 'active'");

  database.Run("UPDATE entry_permit SET expires_on = '2036-01-01'");
  EXPECT_TRUE(kept()) << "a permit that holds";
  database.Run("UPDATE entry_permit SET status = 'revoked'");
  database.Run(
      "INSERT INTO payment (reference, account_id, method, amount, state, state_since, created_at,"
      " expires_at) SELECT 'P1', id, 'credit-card', 300, 'paid', NOW(3), NOW(3), NOW(3)"
      " FROM account");
  EXPECT_TRUE(kept()) << "a payment";
  database.Run("DELETE FROM payment");
  EXPECT_FALSE(kept()) << "nothing any more";
}

TEST_F(IdleAccountsTest, MoreThanARoundTakes) {
  for (int i = 0; i < 205; ++i) {
    database.Run(
        "INSERT INTO account (applicant_id, category, login_name, password_hash, email, language,"
        " state, created_at) SELECT applicant_id, category, 'other" +
        std::to_string(i) +
        "', 'x', 'a@example.org', 'en', 'closed', created_at FROM account WHERE login_name ="
        " 'student1'");
  }
  EXPECT_EQ(LookAfter(end), "206 0");
  EXPECT_EQ(LookAfter(end + 30 * kDay), "0 206");
}

}  // namespace
}  // namespace permit
