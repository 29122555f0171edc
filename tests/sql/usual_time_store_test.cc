#include "sql/usual_time_store.h"

#include "tests/support/payable_case.h"
#include "tests/support/private_database.h"

namespace permit::test {
namespace {

using std::chrono::days;
using std::chrono::hours;

class UsualTimeTest : public DatabaseTest {
 protected:
  UsualTimeTest() : account(AddAccount(database, 1)) {}

  // A case that spent that long in its first review and left it at the instant.
  void Reviewed(Instant left, std::chrono::milliseconds after, const std::string& service) {
    const PayableCase made = AddPayableCase(database, account, ++cases, service);
    for (const auto& [at, from, to] : {std::tuple{left - after, "submitted", "first-review"},
                                       std::tuple{left, "first-review", "second-review"}}) {
      std::string time = FormatTime(at - hours(8));
      database.Run(
          "INSERT INTO case_history (case_id, at, actor, event, from_state, to_state)"
          " VALUES (" +
          std::to_string(made.id) + ", '" + time + "', 'reviewer:r', 'x', '" + from + "', '" + to +
          "')");
    }
  }
  std::optional<std::chrono::seconds> Usual(Service service) {
    sql::RefreshUsualTimes(database, now);
    return sql::FindUsualTime(database, service, CaseState::kFirstReview);
  }

  const Instant now{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1}};
  std::uint64_t account;
  int cases = 0;
};

TEST_F(UsualTimeTest, WithoutCasesThereIsNone) {
  EXPECT_EQ(Usual(Service::kExchange), std::nullopt);
}

TEST_F(UsualTimeTest, OfAnOddNumberTheMiddleOneOfAnEvenTheMeanOfTheTwo) {
  Reviewed(now - days(1), hours(2), "exchange");
  Reviewed(now - days(2), hours(100), "exchange");
  Reviewed(now - days(3), hours(6), "exchange");
  EXPECT_EQ(Usual(Service::kExchange), hours(6));
  Reviewed(now - days(4), hours(10), "exchange");
  EXPECT_EQ(Usual(Service::kExchange), hours(8));
  EXPECT_EQ(Usual(Service::kExtension), std::nullopt);
}

TEST_F(UsualTimeTest, AStateThatWasPassedInOneActTellsNothing) {
  Reviewed(now - days(1), hours(0), "exchange");
  EXPECT_EQ(Usual(Service::kExchange), std::nullopt);
  Reviewed(now - days(2), hours(30), "exchange");
  Reviewed(now - days(3), hours(0), "exchange");
  EXPECT_EQ(Usual(Service::kExchange), hours(30));
}

// From the sending on the first of March to the decision.
TEST_F(UsualTimeTest, AReviewTakesFromTheSendingToTheDecision) {
  const auto decided = [&](int day, const std::string& event) {
    const PayableCase made = AddPayableCase(database, account, ++cases, "exchange");
    database.Run(
        "INSERT INTO case_history (case_id, at, actor, event, from_state, to_state) VALUES (" +
        std::to_string(made.id) + ", '2026-03-0" + std::to_string(day) +
        " 00:00:00', 'reviewer:r', '" + event + "', 'second-review', 'x')");
  };
  const auto usual = [&] {
    sql::RefreshUsualTimes(database, now);
    return sql::FindUsualReview(database, Service::kExchange);
  };
  decided(9, "pass-first-review");
  EXPECT_EQ(usual(), std::nullopt) << "nothing was decided";
  decided(3, "approve");
  decided(5, "disapprove");
  decided(9, "not-accept");
  EXPECT_EQ(usual(), days(4));
  EXPECT_EQ(sql::FindUsualReviews(database), (sql::UsualReviews{{Service::kExchange, days(4)}}));
}

TEST_F(UsualTimeTest, CasesOfLongAgoNoLongerCount) {
  Reviewed(now - days(91), hours(2), "exchange");
  EXPECT_EQ(Usual(Service::kExchange), std::nullopt);
  Reviewed(now - days(89), hours(4), "exchange");
  EXPECT_EQ(Usual(Service::kExchange), hours(4));
}

TEST_F(UsualTimeTest, ARunTakesWhatTheHistoryHasGainedAndForgetsWhatIsOld) {
  Reviewed(now - days(80), hours(2), "exchange");
  EXPECT_EQ(Usual(Service::kExchange), hours(2));
  RowWatch rows(database);
  Reviewed(now - days(1), hours(4), "exchange");
  rows.Changes();
  EXPECT_EQ(Usual(Service::kExchange), hours(3));
  EXPECT_EQ(rows.Changes(),
            "state_stay +1\nstate_stay_progress ~1 (history_id)\nusual_time ~1 (cases, seconds)");
  EXPECT_EQ(Usual(Service::kExchange), hours(3));
  EXPECT_EQ(rows.Changes(), "");
  sql::RefreshUsualTimes(database, now + days(11));
  EXPECT_EQ(sql::FindUsualTime(database, Service::kExchange, CaseState::kFirstReview), hours(4));
  sql::RefreshUsualTimes(database, now + days(100));
  EXPECT_EQ(sql::FindUsualTime(database, Service::kExchange, CaseState::kFirstReview),
            std::nullopt);
}

// Transactions of one moment commit in any order of their rows.
TEST_F(UsualTimeTest, ARowThatWasCommittedLateIsTakenByTheNextRun) {
  Reviewed(now - days(1), hours(4), "exchange");
  Reviewed(now - days(1), hours(8), "exchange");
  EXPECT_EQ(Usual(Service::kExchange), hours(6));
  database.Run("DELETE FROM state_stay ORDER BY history_id LIMIT 1");
  Reviewed(now - days(1), hours(6), "exchange");
  EXPECT_EQ(Usual(Service::kExchange), hours(6));
  EXPECT_EQ(database.Run("SELECT history_id FROM state_stay").size(), 3u);
}

}  // namespace
}  // namespace permit::test
