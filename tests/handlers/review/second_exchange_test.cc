// Two exchanges that were applied for while neither was issued: one multiple-entry permit follows.
#include <gtest/gtest.h>

#include <latch>
#include <thread>

#include "tests/handlers/review/review_fixture.h"

namespace permit::test {
namespace {

using namespace std::chrono_literals;

constexpr const char* kOther = "114000000003";

class SecondExchange : public ReviewTest {
 protected:
  SecondExchange() {
    database.Run("DELETE FROM entry_permit WHERE number = '" + std::string(kMultiple) + "'");
    AddPermit(account, kOther, "single", "2026-06-30");
    first = SendWith(Service::kExchange, kSingle, {});
    second = SendWith(Service::kExchange, kOther, {});
  }
  std::string Reason(const std::string& receipt) { return Run({"case", "show", receipt}).out; }

  std::string first;
  std::string second;
};

TEST_F(SecondExchange, IsRefusedWithItsReasonOnceTheFirstIsIssued) {
  EXPECT_FALSE(RefusalOf(Approve(first, {})));
  Issue(first);
  RowWatch rows(database);
  const DecisionResult result = Approve(second, {});
  ASSERT_EQ(RefusalOf(result), DecisionRefusal::kNoPermit);
  EXPECT_TRUE(Says(result.error().detail,
                   "the applicant holds the multiple-entry permit " + first + ", issued since"))
      << result.error().detail;
  EXPECT_EQ(rows.Changes(), "");
  EXPECT_TRUE(Says(Reason(second), "no permit can follow")) << Reason(second);
  const Said refused = Run({"case", "approve", second});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_TRUE(Says(refused.err, "holds the multiple-entry permit")) << refused.err;
}

TEST_F(SecondExchange, IsRefusedWhileTheFirstIsApprovedAndAllowedOnceThatHasEnded) {
  EXPECT_FALSE(RefusalOf(Approve(first, {})));
  RowWatch rows(database);
  const DecisionResult result = Approve(second, {});
  ASSERT_EQ(RefusalOf(result), DecisionRefusal::kNoPermit);
  EXPECT_TRUE(Says(result.error().detail, "the exchange " + first + " of the same applicant"))
      << result.error().detail;
  EXPECT_EQ(rows.Changes(), "");
  EXPECT_EQ(Run({"case", "close", first, "--opinion", "未繳費"}).exit_code, 0);
  EXPECT_FALSE(RefusalOf(Approve(second, {})));
  Issue(second);
}

TEST_F(SecondExchange, MayBeIssuedOnceTheFirstPermitNoLongerHolds) {
  EXPECT_FALSE(RefusalOf(Approve(first, {})));
  Issue(first);
  database.Run("UPDATE entry_permit SET status = 'revoked' WHERE number = '" + first + "'");
  EXPECT_FALSE(RefusalOf(Approve(second, {})));
  Issue(second);
}

TEST_F(SecondExchange, OfTwoApprovedAtOnceOneIs) {
  std::latch start(2);
  std::vector<std::thread> threads;
  for (const std::string& receipt : {first, second}) {
    threads.emplace_back([&, receipt] {
      sql::Database own(PrivateDatabase::Shared().options());
      own.Query({"Ping", "SELECT 1"});
      start.arrive_and_wait();
      own.Transact([&](sql::Transaction& transaction) {
        return Decide(transaction, settings, SharedRenderer(), receipt,
                      {.event = CaseEvent::kApprove, .actor = "reviewer:r", .opinion = {}},
                      clock.Now());
      });
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(Column("SELECT count(*) FROM application_case WHERE state = 'awaiting-payment'"), "1");
}

}  // namespace
}  // namespace permit::test
