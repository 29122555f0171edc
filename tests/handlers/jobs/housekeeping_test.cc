#include "handlers/jobs/housekeeping.h"

#include <gtest/gtest.h>

#include "sql/idempotency_store.h"
#include "sql/kept_form_store.h"
#include "sql/login_guard_store.h"
#include "sql/mailbox_change_store.h"
#include "sql/session_store.h"
#include "tests/support/payable_case.h"
#include "tests/support/private_database.h"

namespace permit::test {
namespace {

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
constexpr std::chrono::days kDay{1};

class HousekeepingTest : public DatabaseTest {
 protected:
  Settings settings;
};

TEST_F(HousekeepingTest, SweepsWhatHasServedItsTimeAndNothingElse) {
  std::uint64_t account = AddAccount(database, 1);
  sql::InsertSession(database, std::string(64, 'a'), account, kNow - 4 * kDay, kNow - 3 * kDay);
  sql::InsertSession(database, std::string(64, 'b'), account, kNow - 3 * kDay, kNow - 2 * kDay);
  sql::InsertSession(database, std::string(64, 'c'), account, kNow, kNow + kDay);
  sql::KeepForm(database, account, "/old", {}, kNow - 3 * kDay);
  sql::KeepForm(database, account, "/new", {}, kNow - 2 * kDay);
  database.Transact([&](sql::Transaction& transaction) {
    sql::ClaimIdempotencyKey(transaction, "11111111-2222-4333-8444-555555555555", "visitor", "d",
                             kNow - 61 * kDay);
    sql::ClaimIdempotencyKey(transaction, "22222222-2222-4333-8444-555555555555", "visitor", "d",
                             kNow - 59 * kDay);
  });
  RowWatch watch(database);
  SweptRows rows = SweepExpiredRows(database, settings, kNow);
  EXPECT_EQ(1u, rows.sessions);
  EXPECT_EQ(1u, rows.idempotency_keys);
  EXPECT_EQ(1u, rows.kept_forms);
  EXPECT_EQ("idempotency_key -1\nkept_form -1\nsession -1", watch.Changes());
  SweepExpiredRows(database, settings, kNow);
  EXPECT_EQ("", watch.Changes());
}

TEST_F(HousekeepingTest, ForgetsChangesOfMailboxesThatNobodyCanStopAnyMore) {
  const std::uint64_t account = AddAccount(database, 1);
  const auto add = [&](char name, Instant stops_until) {
    sql::InsertMailboxChange(database, std::string(64, name),
                             {.account_id = account,
                              .confirm_hash = std::string(64, name),
                              .old_mailbox = "old@example.org",
                              .asked_at = stops_until - 7 * kDay,
                              .stops_until = stops_until});
  };
  add('a', kNow - 8 * kDay);
  add('b', kNow - 6 * kDay);
  add('c', kNow - 8 * kDay);
  database.Run("UPDATE mailbox_change SET recovers_until = '2026-03-01' WHERE stop_hash LIKE 'c%'");
  RowWatch watch(database);
  SweepExpiredRows(database, settings, kNow);
  EXPECT_EQ("mailbox_change -1", watch.Changes());
}

TEST_F(HousekeepingTest, RemovesAccountsThatNobodyActivated) {
  const std::uint64_t account = AddAccount(database, 1);
  const auto stands = [&](const char* state, const char* registered) {
    database.Run("UPDATE account SET state = '" + std::string(state) + "', activated_at = NULL," +
                 " created_at = '" + registered + "'");
    sql::InsertToken(database, std::string(64, 'a'), account, sql::TokenPurpose::kActivate, "",
                     kNow, kNow + kDay);
    database.Run(
        "INSERT INTO password_history (account_id, password_hash, set_at) SELECT id, 'h',"
        " created_at FROM account");
    RowWatch watch(database);
    const std::uint64_t removed = SweepExpiredRows(database, settings, kNow).pending_accounts;
    const std::string changes = watch.Changes();
    database.Run("DELETE FROM account_token");
    database.Run("DELETE FROM password_history");
    return std::to_string(removed) + ": " + changes;
  };
  EXPECT_EQ(stands("active", "2026-02-27 23:59:59"), "0: ");
  EXPECT_EQ(stands("pending", "2026-02-28 00:00:00"), "0: ");
  EXPECT_EQ(stands("pending", "2026-02-27 23:59:59"),
            "1: account -1\naccount_token -1\naudit +1\npassword_history -1");
}

TEST_F(HousekeepingTest, ForgetsMailsAfterAYearButNoneThatWaits) {
  const std::pair<const char*, const char*> mails[] = {{"sent", "2025-01-20"},
                                                       {"failed", "2025-01-20"},
                                                       {"waiting", "2025-01-20"},
                                                       {"sent", "2025-02-01"}};
  for (const auto& [state, day] : mails) {
    const std::string cause = std::string(state) + day;
    database.Run(
        "INSERT INTO outbox (cause_key, recipient, language, subject, text_body, html_body, state,"
        " due_at, created_at) VALUES ('" +
        cause + "', 'a@example.org', 'en', 's', '', '', '" + state + "', '" + day + "', '" + day +
        "')");
  }
  RowWatch watch(database);
  EXPECT_EQ(2u, SweepExpiredRows(database, settings, kNow).mails);
  EXPECT_EQ("outbox -2", watch.Changes());
  settings.mail_kept_days = 390;
  EXPECT_EQ(1u, SweepExpiredRows(database, settings, kNow).mails);
}

}  // namespace
}  // namespace permit::test
