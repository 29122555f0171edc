#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "sql/account_store.h"
#include "sql/counter_store.h"
#include "sql/idempotency_store.h"
#include "sql/login_guard_store.h"
#include "sql/outbox_store.h"
#include "sql/register_store.h"
#include "sql/seal_store.h"
#include "sql/session_store.h"
#include "tests/support/payable_case.h"
#include "tests/support/private_database.h"

namespace permit::sql {
namespace {

using std::chrono::minutes;
using test::PrivateDatabase;

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 5}};

class StoresTest : public test::DatabaseTest {
 protected:
  template <class Work>
  auto Do(Work work) {
    return database.Transact(work);
  }
  OutgoingMail MailFor(const std::string& cause) {
    return {.cause = cause, .recipient = "a@b.org", .subject = "s", .text = "t", .html = "h"};
  }
};

TEST_F(StoresTest, ASessionIsKnownUntilItEnds) {
  std::uint64_t account = test::AddAccount(database, 1);
  InsertSession(database, "hash", account, kNow, kNow + minutes(30));
  std::optional<Session> session = FindSession(database, "hash", kNow + minutes(29));
  ASSERT_TRUE(session);
  EXPECT_EQ(session->account_id, account);
  EXPECT_EQ(session->login_name, "student1");
  EXPECT_EQ(session->chinese_name, "陳小明");
  EXPECT_FALSE(FindSession(database, "hash", kNow + minutes(30)));
  EXPECT_FALSE(FindSession(database, "other", kNow));
  TouchSession(database, "hash", kNow + minutes(29), kNow + minutes(59), "192.0.2.7");
  EXPECT_TRUE(FindSession(database, "hash", kNow + minutes(58)));
  Do([&](Transaction& transaction) { return CloseAccount(transaction, account); });
  EXPECT_FALSE(FindSession(database, "hash", kNow));
}

TEST_F(StoresTest, SessionsAreListedAndEndedByTheirOwnerAlone) {
  const std::uint64_t account = test::AddAccount(database, 1);
  const std::uint64_t stranger = test::AddAccount(database, 2);
  InsertSession(database, "own", account, kNow, kNow + minutes(30),
                {"192.0.2.1", "Chrome", "Windows"});
  InsertSession(database, "phone", account, kNow, kNow + minutes(30),
                {"2001:db8::1", "Safari", ""});
  InsertSession(database, "ended", account, kNow - minutes(60), kNow);
  InsertSession(database, "strange", stranger, kNow, kNow + minutes(30));
  TouchSession(database, "phone", kNow + minutes(1), kNow + minutes(31), "2001:db8::2");
  const std::vector<OwnSession> sessions = SessionsOf(database, account, "own", kNow);
  ASSERT_EQ(sessions.size(), 2U);
  EXPECT_EQ(sessions[0].origin.address, "2001:db8::2");
  EXPECT_EQ(sessions[0].origin.browser, "Safari");
  EXPECT_EQ(sessions[0].last_seen_at, kNow + minutes(1));
  EXPECT_FALSE(sessions[0].is_present);
  EXPECT_EQ(sessions[1].origin.platform, "Windows");
  EXPECT_TRUE(sessions[1].is_present);
  EXPECT_EQ(EndOtherSession(database, stranger, "strange", sessions[0].id), 0U);
  EXPECT_EQ(EndOtherSession(database, account, "own", sessions[1].id), 0U);
  EXPECT_EQ(EndOtherSession(database, account, "own", sessions[0].id), 1U);
  EXPECT_FALSE(FindSession(database, "phone", kNow));
  EXPECT_EQ(EndOtherSessions(database, account, "own"), 1U);  // the one that has ended by itself
  EXPECT_TRUE(FindSession(database, "own", kNow));
  EXPECT_TRUE(FindSession(database, "strange", kNow));
}

TEST_F(StoresTest, WhoAsksIsOneStatement) {
  InsertSession(database, "hash", test::AddAccount(database, 1), kNow, kNow + minutes(30));
  std::uint64_t before = database.statements_sent();
  FindSession(database, "hash", kNow);
  EXPECT_EQ(database.statements_sent() - before, 1U);
}

TEST_F(StoresTest, AnActsKeyIsClaimedOnce) {
  auto claim = [&] {
    return Do([&](Transaction& transaction) {
      if (!ClaimIdempotencyKey(transaction, "k", "account:1", "d", kNow)) return false;
      CompleteIdempotencyKey(transaction, "k", "/there");
      return true;
    });
  };
  EXPECT_TRUE(claim());
  EXPECT_FALSE(claim());
  EXPECT_EQ(FindIdempotencyKey(database, "k")->location, "/there");
}

// Thirty at once: the later ones wait for the first and find its answer.
TEST_F(StoresTest, ManyWhoClaimOneKeyAtOnceGetOneClaim) {
  std::atomic<int> claimed = 0;
  std::atomic<int> found = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < 30; ++i) {
    clients.emplace_back([&] {
      Database mine(PrivateDatabase::Shared().options());
      mine.Transact([&](Transaction& transaction) {
        if (ClaimIdempotencyKey(transaction, "k", "account:1", "d", kNow)) {
          CompleteIdempotencyKey(transaction, "k", "/there");
          ++claimed;
        } else if (FindIdempotencyKey(transaction, "k")->location == "/there") {
          ++found;
        }
      });
    });
  }
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(claimed, 1);
  EXPECT_EQ(found, 29);
}

TEST_F(StoresTest, NumbersAreNeverGivenTwice) {
  std::mutex mutex;
  std::multiset<std::uint64_t> given;
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&] {
      Database mine(PrivateDatabase::Shared().options());
      for (int n = 0; n < 25; ++n) {
        std::uint64_t number = NextNumber(mine, "receipt", 115);
        std::lock_guard lock(mutex);
        given.insert(number);
      }
    });
  }
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(std::set<std::uint64_t>(given.begin(), given.end()).size(), 200U);
  EXPECT_EQ(*given.begin(), 1U);
  EXPECT_EQ(*given.rbegin(), 200U);
  EXPECT_EQ(NextNumber(database, "receipt", 116), 1U);
  EXPECT_EQ(NextNumber(database, "group", 115), 1U);
}

TEST_F(StoresTest, ATakenLoginNameIsRefusedWhateverItsCase) {
  std::uint64_t applicant = FindAccount(database, test::AddAccount(database, 1))->applicant_id;
  NewAccount fresh{.applicant_id = applicant,
                   .category = "mainland",
                   .login_name = "STUDENT1",
                   .password_hash = "x",
                   .email = "a@b.org"};
  EXPECT_FALSE(Do([&](Transaction& t) { return InsertAccount(t, fresh, kNow); }));
  fresh.login_name = "another";
  std::optional<std::uint64_t> id =
      Do([&](Transaction& t) { return InsertAccount(t, fresh, kNow); });
  ASSERT_TRUE(id);
  EXPECT_EQ(RecentPasswordHashes(database, *id, 3), std::vector<std::string>{"x"});
  EXPECT_EQ(Do([&](Transaction& t) { return ActivateAccount(t, *id, kNow); }),
            Activation::kApplicantHasAnother);
}

TEST_F(StoresTest, AnAccountRestsAfterTheAllowedFailures) {
  std::uint64_t id = test::AddAccount(database, 1);
  for (int i = 1; i <= 5; ++i) {
    EXPECT_FALSE(FindAccount(database, id)->rests_until);
    RecordLoginFailure(database, id, 5, kNow + minutes(15));
  }
  EXPECT_EQ(FindAccount(database, id)->rests_until, kNow + minutes(15));
  EXPECT_EQ(FindAccount(database, id)->failures, 5);
  UnlockAccount(database, id);
  EXPECT_FALSE(FindAccount(database, id)->rests_until);
}

TEST_F(StoresTest, ATokenIsUsedOnceAndInTime) {
  std::uint64_t id = test::AddAccount(database, 1);
  InsertToken(database, "t", id, TokenPurpose::kActivate, "", kNow, kNow + minutes(10));
  EXPECT_FALSE(UseToken(database, "t", TokenPurpose::kMailbox, kNow));
  EXPECT_FALSE(UseToken(database, "t", TokenPurpose::kActivate, kNow + minutes(10)));
  EXPECT_TRUE(UseToken(database, "t", TokenPurpose::kActivate, kNow + minutes(9)));
  EXPECT_FALSE(UseToken(database, "t", TokenPurpose::kActivate, kNow + minutes(9)));
  EXPECT_TRUE(FindToken(database, "t", TokenPurpose::kActivate)->used);
}

TEST_F(StoresTest, ACaptchaIsTriedOnce) {
  EXPECT_TRUE(ClaimCaptcha(database, "c", kNow, kNow + minutes(5)));
  EXPECT_FALSE(ClaimCaptcha(database, "c", kNow, kNow + minutes(5)));
}

TEST_F(StoresTest, HitsAreCountedByBucketAndWindow) {
  EXPECT_EQ(CountHit(database, "login:1", kNow), 1);
  EXPECT_EQ(CountHit(database, "login:1", kNow), 2);
  EXPECT_EQ(CountHit(database, "login:1", kNow + minutes(1)), 1);
  EXPECT_EQ(CountHit(database, "login:2", kNow), 1);
}

TEST_F(StoresTest, ACauseHasOneMail) {
  EXPECT_TRUE(Do([&](Transaction& t) { return EnqueueMail(t, MailFor("cause"), kNow); }));
  EXPECT_FALSE(Do([&](Transaction& t) { return EnqueueMail(t, MailFor("cause"), kNow); }));
  EXPECT_EQ(ListMails(database, std::nullopt, 10).size(), 1U);
}

TEST_F(StoresTest, AMailIsClaimedByOneUntilTheClaimRunsOut) {
  Do([&](Transaction& t) { return EnqueueMail(t, MailFor("cause"), kNow); });
  std::vector<ClaimedMail> first = ClaimMails(database, "one", kNow, kNow + minutes(1), 10);
  ASSERT_EQ(first.size(), 1U);
  EXPECT_TRUE(ClaimMails(database, "two", kNow, kNow + minutes(1), 10).empty());
  std::vector<ClaimedMail> second =
      ClaimMails(database, "two", kNow + minutes(1), kNow + minutes(2), 10);
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second[0].attempts, 2);
  EXPECT_FALSE(MarkMailSent(database, first[0].id, "one", kNow));
  EXPECT_TRUE(MarkMailSent(database, second[0].id, "two", kNow));
  EXPECT_FALSE(RetryMail(database, first[0].id, kNow));
}

TEST_F(StoresTest, ALoadedPermitThatWasReplacedHereStaysReplaced) {
  std::uint64_t applicant = FindAccount(database, test::AddAccount(database, 1))->applicant_id;
  EntryPermit permit;
  permit.number = "114695200001";
  permit.applicant_id = applicant;
  permit.issued_on = permit.expires_on = permit.stay_until = std::chrono::year{2026} / 12 / 31;
  auto load = [&] { Do([&](Transaction& t) { return UpsertPermit(t, permit, kNow), 0; }); };
  load();
  database.Run("UPDATE entry_permit SET status = 'replaced'");
  permit.entered_on = std::chrono::year{2026} / 2 / 1;
  load();
  EntryPermit found = *FindPermitByNumber(database, permit.number);
  EXPECT_EQ(found.status, PermitStatus::kReplaced);
  EXPECT_EQ(found.entered_on, permit.entered_on);
}

TEST_F(StoresTest, ALoadedPermitThatWasRevokedHereStaysRevokedAndOneThatTheRegisterRevokedDoesNot) {
  std::uint64_t applicant = FindAccount(database, test::AddAccount(database, 1))->applicant_id;
  EntryPermit permit;
  permit.applicant_id = applicant;
  permit.issued_on = permit.expires_on = permit.stay_until = std::chrono::year{2026} / 12 / 31;
  auto load = [&](const std::string& number, PermitStatus status) {
    permit.number = number;
    permit.status = status;
    Do([&](Transaction& t) { return UpsertPermit(t, permit, kNow), 0; });
    return FindPermitByNumber(database, number).value();
  };
  std::uint64_t here = load("114695200001", PermitStatus::kValid).id;
  load("114695200002", PermitStatus::kRevoked);
  EXPECT_TRUE(
      Do([&](Transaction& t) { return RevokePermit(t, here, "operator:lin", "a fraud", kNow); }));
  EXPECT_EQ(load("114695200001", PermitStatus::kValid).status, PermitStatus::kRevoked);
  EXPECT_EQ(load("114695200001", PermitStatus::kReplaced).status, PermitStatus::kRevoked);
  EXPECT_EQ(load("114695200002", PermitStatus::kValid).status, PermitStatus::kValid);
}

}  // namespace
}  // namespace permit::sql
