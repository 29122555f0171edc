// What the jobs and the operators' lists take with many cases in the database, in milliseconds:
// once with what has come together since the last run, and again when there is nothing to do. The
// first argument is the number of cases (300000). Prints one line a step.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>
#include <string>

#include "fcgi/base/settings.h"
#include "handlers/jobs/case_waits.h"
#include "handlers/jobs/housekeeping.h"
#include "handlers/jobs/invariants.h"
#include "handlers/jobs/number_volume.h"
#include "handlers/jobs/old_drafts.h"
#include "sql/account_store.h"
#include "sql/case_store.h"
#include "sql/case_wait_store.h"
#include "sql/money_store.h"
#include "sql/outbox_store.h"
#include "sql/paper_store.h"
#include "sql/payment_store.h"
#include "sql/register_store.h"
#include "sql/seal_store.h"
#include "sql/usual_time_store.h"
#include "tests/support/many_cases.h"
#include "tests/support/private_database.h"
#include "tests/support/real_renderer.h"

namespace permit::test {
namespace {

using std::chrono::days;

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1}};
constexpr int kPage = 50;

class Bench {
 public:
  explicit Bench(int cases) {
    sql::DatabaseOptions options = PrivateDatabase::Shared().options();
    options.read_timeout_seconds = 3600;
    sql::Database seeder(options);
    // As a server has it that holds so many cases.
    seeder.Run("SET GLOBAL innodb_buffer_pool_size = 4294967296");
    SeedCases(seeder, cases, kNow);
  }

  void Lists() {
    Time("case list", [&] { return sql::ListCases(database_, std::nullopt, kPage).size(); });
    for (CaseState state : kCaseStates) {
      Time("case list --state " + std::string(Code(state)),
           [&] { return sql::ListCases(database_, state, kPage).size(); });
    }
    const auto lines = sql::ListCases(database_, CaseState::kIssued, kPage);
    const sql::Case last = sql::FindCaseByReceipt(database_, lines.back().receipt_number).value();
    Time("case list --state issued --after", [&] {
      return sql::ListCases(database_, CaseState::kIssued, kPage,
                            sql::CasePlace{last.id, last.state_since})
          .size();
    });
    Time("payment list",
         [&] { return sql::PaymentsSince(database_, kNow - days(30), kPage).size(); });
    Time("payment exceptions", [&] { return sql::OpenExceptions(database_, kPage).size(); });
    Time("account list", [&] { return sql::LatestAccounts(database_, kPage).size(); });
    Time("mail list", [&] { return sql::ListMails(database_, std::nullopt, kPage).size(); });
    Time("mail list --state waiting",
         [&] { return sql::ListMails(database_, "waiting", kPage).size(); });
  }

  void Reconciling() {
    const Instant since = kNow - days(21);
    Time("payments to ask",
         [&] { return sql::PaymentsToAsk(database_, SettledBy::kGateway, kNow).size(); });
    Time("slips to expire", [&] { return sql::SlipsToExpire(database_, kNow).size(); });
    Time("paid without receipt, 21 days",
         [&] { return sql::PaymentsWithoutReceipt(database_, 0, 500, since).size(); });
    Time("receipts that wait, all", [&] {
      const Instant from = std::min(sql::ReceiptsCheckedUntil(database_), since);
      const auto waiting = sql::PaymentsWithoutReceipt(database_, 0, 500, from);
      const auto longest = sql::LongestWithoutReceipt(database_, from);
      sql::SetReceiptsCheckedUntil(database_, std::min(longest.value_or(kNow), kNow - days(1)));
      return waiting.size();
    });
    Time("cases without permit", [&] { return sql::CasesWithoutPermit(database_, 0, 500).size(); });
    Time("invariants, 21 days", [&] { return CheckInvariants(database_, kNow, since).size(); });
  }

  void Housekeeping() {
    JobSteps steps;
    Time("expired rows and usual times",
         [&] { return SweepExpiredRows(database_, settings_, kNow, steps).idempotency_keys; });
    Time("drafts", [&] {
      return LookAfterDrafts(database_, settings_, views::RealRenderer(), kNow).noticed;
    });
    Time("cases that wait", [&] {
      return LookAfterWaitingCases(database_, settings_, views::RealRenderer(), kNow).reminded;
    });
    Time("numbers",
         [&] { return CheckNumberVolume(database_, settings_, TaipeiDate(kNow)).size(); });
  }

  void Others() {
    Time("usual times alone", [&] {
      sql::RefreshUsualTimes(database_, kNow);
      return std::size_t{0};
    });
    Time("invariants, all", [&] { return CheckInvariants(database_, kNow).size(); });
    Time("revocation list", [&] {
      return database_.Transact([&](sql::Transaction& transaction) {
        return sql::RevokedPermits(transaction, TaipeiDate(kNow)).size();
      });
    });
  }

 private:
  // The first run prepares statements and does what is due.
  template <class Work>
  void Time(const std::string& name, const Work& work) {
    double took[2] = {};
    std::size_t found[2] = {};
    for (int time = 0; time < 2; ++time) {
      const auto start = std::chrono::steady_clock::now();
      found[time] = work();
      took[time] =
          std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
              .count();
    }
    std::printf("%-40s %10.1f ms (%zu) %10.1f ms (%zu)\n", name.c_str(), took[0], found[0], took[1],
                found[1]);
    std::fflush(stdout);
  }

  sql::Database database_{PrivateDatabase::Shared().options()};
  Settings settings_;
};

}  // namespace
}  // namespace permit::test

int main(int argc, char** argv) {
  try {
    permit::test::Bench bench(argc > 1 ? std::atoi(argv[1]) : 300'000);
    bench.Lists();
    bench.Reconciling();
    bench.Others();
    bench.Housekeeping();
  } catch (const std::exception& error) {
    std::cerr << "many_cases_bench: " << error.what() << '\n';
    return 1;
  }
}
