// What the jobs and the operators' lists ask of the database at the size of a country: how each
// statement is run, and how many rows it reads.
#include "tests/support/many_cases.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "sql/case_store.h"
#include "sql/paper_store.h"
#include "sql/queries.h"
#include "sql/usual_time_store.h"
#include "tests/support/private_database.h"

namespace permit::sql {
namespace {

using std::chrono::days;
using test::PrivateDatabase;

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1}};
// As many as a year has, and what a page of fifty may read at most: lines, groups, names, and a
// few.
constexpr int kCases = 20'000;
constexpr std::uint64_t kPage = 50;
constexpr std::uint64_t kReadsOfAPage = kPage * 6;

// PERMIT_SEEDED_CASES measures another size; the bounds stay.
int Cases() {
  const char* text = std::getenv("PERMIT_SEEDED_CASES");
  return text == nullptr ? kCases : std::atoi(text);
}

class ManyCasesTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    PrivateDatabase::Shared().Clear();
    Database database(SeedersOptions());
    test::SeedCases(database, Cases(), kNow);
  }
  static void TearDownTestSuite() {
    Database database(SeedersOptions());
    test::TruncateTables(database);
  }

  // Its statements touch all rows there are.
  static DatabaseOptions SeedersOptions() {
    DatabaseOptions options = PrivateDatabase::Shared().options();
    options.read_timeout_seconds = 3600;
    return options;
  }

  // Rows that the storage engine was asked for, whatever the plan said.
  template <class Work>
  std::uint64_t ReadsOf(const Work& work) {
    work();  // prepares the statements
    database.Run("FLUSH STATUS");
    work();
    std::uint64_t reads = 0;
    for (const Row& row : database.Run("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
      reads += row.Uint("Value");
    }
    return reads;
  }

  static std::vector<Row> Explain(const Statement& statement, const std::vector<Value>& values) {
    Database fresh(PrivateDatabase::Shared().options());
    if (test::PrivateServer::IsMySql()) fresh.Run("SET explain_format = 'TRADITIONAL'");
    return fresh.Query({statement.name, "EXPLAIN " + std::string(statement.text)}, values);
  }

  // `most`: rows that a table may be looked at for. No table that grows is read whole or sorted.
  void ExpectPlan(const Statement& statement, const std::vector<Value>& values,
                  std::uint64_t most) {
    static const std::set<std::string> kSmall = {"given", "listed", "counter", "usual_time",
                                                 "state_stay_progress"};
    for (const Row& row : Explain(statement, values)) {
      const std::string table = row.OptionalText("table").value_or("");
      if (table.empty() || table.starts_with("<") || kSmall.contains(table)) continue;
      // MySQL reads a table of a few hundred rows whole, whatever index there is.
      const bool few =
          test::PrivateServer::IsMySql() && row.OptionalUint("rows").value_or(0) < 1000;
      EXPECT_TRUE(few || row.OptionalText("type") != "ALL") << statement.name << " " << table;
      EXPECT_LE(row.OptionalUint("rows").value_or(0), most) << statement.name << " " << table;
      const bool sorts =
          row.OptionalText("Extra").value_or("").find("filesort") != std::string::npos;
      EXPECT_FALSE(sorts && row.OptionalUint("rows").value_or(0) > 1000)
          << statement.name << " sorts " << table;
    }
  }

  Database database{PrivateDatabase::Shared().options()};
};

TEST_F(ManyCasesTest, APageOfCasesReadsItsOwnRowsAlone) {
  const auto latest = ListCases(database, std::nullopt, kPage);
  ASSERT_EQ(latest.size(), kPage);
  EXPECT_LE(ReadsOf([&] { ListCases(database, std::nullopt, kPage); }), kReadsOfAPage);
  for (CaseState state : kCaseStates) {
    EXPECT_LE(ReadsOf([&] { ListCases(database, state, kPage); }), kReadsOfAPage) << Code(state);
  }
  const std::int64_t last = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(FindCaseByReceipt(database, latest[0].receipt_number)->id,
            static_cast<std::uint64_t>(Cases()));
  for (const Row& row : Explain(queries::kCaseListLatest, {last, kPage})) {
    EXPECT_EQ(row.OptionalText("Extra").value_or("").find("filesort"), std::string::npos);
    EXPECT_NE(row.OptionalText("type").value_or(""), "ALL");
  }
}

TEST_F(ManyCasesTest, PagesGoOnBehindEachOtherToTheEnd) {
  for (const auto& state : {std::optional<CaseState>(), std::optional(CaseState::kFirstReview)}) {
    std::set<std::string> seen;
    std::optional<CasePlace> after;
    for (int page = 0; page < 3; ++page) {
      const auto lines = ListCases(database, state, kPage, after);
      for (const CaseLine& line : lines) {
        EXPECT_TRUE(seen.insert(line.receipt_number).second) << "twice";
      }
      const Case end = FindCaseByReceipt(database, lines.back().receipt_number).value();
      after = CasePlace{end.id, end.state_since};
      EXPECT_LE(ReadsOf([&] { ListCases(database, state, kPage, after); }), kReadsOfAPage);
    }
    EXPECT_EQ(seen.size(), 3 * kPage);
  }
}

// Two cases that came into a state at once are not lost between two pages.
TEST_F(ManyCasesTest, PagesOfAStateLoseNoneOfOneMoment) {
  std::size_t found = 0;
  std::optional<CasePlace> after;
  for (;;) {
    const auto lines = ListCases(database, CaseState::kPaid, 1, after);
    if (lines.empty()) break;
    const Case end = FindCaseByReceipt(database, lines.back().receipt_number).value();
    after = CasePlace{end.id, end.state_since};
    ++found;
  }
  EXPECT_EQ(found, database.Run("SELECT id FROM application_case WHERE state = 'paid'").size());
}

TEST_F(ManyCasesTest, TheWaitingReceiptsOfTheLastWeeksAreFoundAmongThese) {
  const Instant since = kNow - days(21);
  const std::size_t paid =
      database
          .Run("SELECT id FROM payment WHERE state = 'paid' AND state_since >= '" +
               FormatTime(since) + "'")
          .size();
  EXPECT_LE(ReadsOf([&] { PaymentsWithoutReceipt(database, 0, 500, since); }), 6 * paid + 100);
  EXPECT_LE(paid, static_cast<std::size_t>(Cases()) / 10);
  database.Run("SET @append_only_except = 'receipt'");
  database.Run(
      "DELETE FROM receipt WHERE payment_id = (SELECT MAX(id) FROM payment WHERE state ="
      " 'paid' AND state_since < '" +
      FormatTime(kNow - days(100)) + "')");
  EXPECT_TRUE(PaymentsWithoutReceipt(database, 0, 500, since).empty());
  EXPECT_EQ(PaymentsWithoutReceipt(database, 0, 500).size(), 1u);
}

TEST_F(ManyCasesTest, TheUsualTimesAreBroughtUpToDateFromWhatIsNew) {
  RefreshUsualTimes(database, kNow);
  EXPECT_EQ(FindUsualTime(database, Service::kExchange, CaseState::kApproved), std::nullopt);
  EXPECT_NE(FindUsualTime(database, Service::kExchange, CaseState::kSecondReview), std::nullopt);
  // The medians count the stays of three months, about a twelfth of all; nothing else is read anew.
  const std::uint64_t stays = database.Run("SELECT COUNT(*) AS n FROM state_stay").at(0).Uint("n");
  EXPECT_LE(ReadsOf([&] { RefreshUsualTimes(database, kNow); }), 2 * stays + 2000);
}

TEST_F(ManyCasesTest, TheJobsStatementsReadNoTableWhole) {
  const Instant old = kNow - days(1000);
  const auto most = static_cast<std::uint64_t>(Cases()) / 10;
  const std::pair<const Statement*, std::vector<Value>> statements[] = {
      {&queries::kCaseListByState, {"first-review", old, old, 0, 50}},
      {&queries::kCasesWithoutPermit, {0, 500}},
      {&queries::kPaymentsWithoutReceipt, {kNow - days(21), 0, 500}},
      {&queries::kPaymentsToAsk, {kNow, "credit-card,web-atm"}},
      {&queries::kPaymentSlipsExpired, {kNow}},
      {&queries::kPaymentExceptionsOpen, {50}},
      {&queries::kDraftsToNotice, {kNow - days(60)}},
      {&queries::kDraftsToThrowAway, {kNow - days(60), kNow - days(60)}},
      {&queries::kStateStaysNew, {1000, 2000, kNow - days(90), 1000, 2000, kNow - days(90)}},
      {&queries::kStateStaysForget, {kNow - days(91)}},
      {&queries::kOutboxClaim, {"me", kNow, kNow, kNow, 20}},
      {&queries::kOutboxListLatest, {50}},
      {&queries::kTodoItems, {777, 777, 777}},
      {&queries::kPaymentPayableCases, {777}},
      {&queries::kCaseSearch, {777, "", "", "", "", "", "", "issued", "issued", old, kNow, 50, 0}},
      {&queries::kPermitDownloads, {777, "", "", "", "", old, kNow, 200}},
      {&queries::kReceiptDownloads, {777, "", "", "", "", old, kNow, 200}},
      {&queries::kAccountMailboxes, {"[[777]]"}},
      {&queries::kAccountActiveWithEmail, {"nobody@example.org", 777}},
  };
  for (const auto& [statement, values] : statements) ExpectPlan(*statement, values, most);
}

}  // namespace
}  // namespace permit::sql
