// Receipts are numbered without gaps in each year of the Republic: by two processes at the same
// time, on both sides of New Year, with names that cannot be printed and a process that is killed.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

#include "fcgi/base/settings.h"
#include "handlers/papers/receipt.h"
#include "handlers/papers/waiting_papers.h"
#include "sql/paper_store.h"
#include "tests/support/paid_case.h"
#include "tests/support/private_database.h"
#include "tests/support/signing_keys.h"

namespace permit::test {
namespace {

using namespace std::chrono_literals;

class ReceiptNumbers : public DatabaseTest {
 protected:
  static constexpr int kPayments = 24;

  ReceiptNumbers() { settings_.signing_key_dir = SigningKeys(); }

  // Every fourth of a name without glyphs.
  void AddPayments() {
    const std::uint64_t printable = AddAccount(database, 1), other = AddAccount(database, 2);
    database.Run(
        "UPDATE applicant SET chinese_name = '陳😀' WHERE id = (SELECT applicant_id FROM"
        " account WHERE id = " +
        std::to_string(other) + ")");
    for (int serial = 1; serial <= kPayments; ++serial) {
      const std::uint64_t account = serial % 4 == 0 ? other : printable;
      AddPaidPayment(database, AddPayableCase(database, account, serial), serial,
                     "2026-12-31 12:00:00");
    }
  }

  pid_t InAnotherProcess(const std::function<void(sql::Database&)>& work) {
    database.Disconnect();
    const pid_t child = fork();
    if (child != 0) return child;
    int status = 0;
    try {
      sql::Database own(PrivateDatabase::Shared().options());
      work(own);
    } catch (const std::exception& error) {
      std::fprintf(stderr, "process: %s\n", error.what());
      status = 1;
    }
    _exit(status);
  }
  static int StatusOf(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return status;
  }
  void Sweep(sql::Database& own, Instant now) {
    IssueWaitingPapers(own, settings_, now, kPayments);
  }

  // How many; 1, 2, 3 … without a gap.
  int CountOf(const std::string& year) {
    int count = 0;
    for (const sql::Row& row : database.Run("SELECT number FROM receipt WHERE number LIKE '" +
                                            year + "-%' ORDER BY number")) {
      char wanted[16];
      std::snprintf(wanted, sizeof wanted, "%s-%07d", year.c_str(), ++count);
      EXPECT_EQ(row.Text("number"), wanted);
    }
    return count;
  }

  Settings settings_;
  const Instant old_year_ = StartOfDay(2027y / 1 / 1) - 1ms;
  const Instant new_year_ = StartOfDay(2027y / 1 / 1);
};

TEST_F(ReceiptNumbers, AreWithoutGapsInEachYearWhenTwoProcessesNumberOverNewYear) {
  AddPayments();
  const pid_t killed = InAnotherProcess([&](sql::Database& own) {
    const auto waiting = sql::PaymentsWithoutReceipt(own, 0, 1);
    own.Transact([&](sql::Transaction& transaction) {
      IssueReceipt(transaction, settings_, waiting.at(0), old_year_);
      kill(getpid(), SIGKILL);
    });
  });
  EXPECT_TRUE(WIFSIGNALED(StatusOf(killed)));
  const pid_t last_of_old = InAnotherProcess([&](sql::Database& own) { Sweep(own, old_year_); });
  const pid_t first_of_new = InAnotherProcess([&](sql::Database& own) { Sweep(own, new_year_); });
  EXPECT_EQ(StatusOf(last_of_old), 0);
  EXPECT_EQ(StatusOf(first_of_new), 0);
  Sweep(database, new_year_);

  const int in_old = CountOf("115"), in_new = CountOf("116");
  EXPECT_EQ(in_old + in_new, kPayments * 3 / 4);
  EXPECT_EQ(database.Run("SELECT COUNT(DISTINCT payment_id) AS n FROM receipt").at(0).Int("n"),
            in_old + in_new);
}

TEST_F(ReceiptNumbers, BeginAgainWithTheYear) {
  AddPayments();
  const auto waiting = sql::PaymentsWithoutReceipt(database, 0, 3);
  std::vector<std::string> numbers;
  for (const auto& [id, now] : {std::pair{waiting.at(0), old_year_},
                                {waiting.at(1), new_year_},
                                {waiting.at(2), old_year_}}) {
    numbers.push_back(database
                          .Transact([&, id = id, now = now](sql::Transaction& transaction) {
                            return IssueReceipt(transaction, settings_, id, now);
                          })
                          .value());
  }
  EXPECT_EQ(numbers, (std::vector<std::string>{"115-0000001", "116-0000001", "115-0000002"}));
}

}  // namespace
}  // namespace permit::test
