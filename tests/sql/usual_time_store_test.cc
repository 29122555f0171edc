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
    database.Transact(
        [&](sql::Transaction& transaction) { sql::RefreshUsualTimes(transaction, now); });
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

TEST_F(UsualTimeTest, CasesOfLongAgoNoLongerCount) {
  Reviewed(now - days(91), hours(2), "exchange");
  EXPECT_EQ(Usual(Service::kExchange), std::nullopt);
  Reviewed(now - days(89), hours(4), "exchange");
  EXPECT_EQ(Usual(Service::kExchange), hours(4));
}

}  // namespace
}  // namespace permit::test
