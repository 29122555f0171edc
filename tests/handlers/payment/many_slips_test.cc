// A settlement file of ten thousand lines: what becomes of each line, of the books, of the file
// when it comes again, and of a file with one bad byte.
#include "tests/handlers/payment/many_slips.h"

#include <map>
#include <numeric>

#include "handlers/payment/settlement.h"
#include "tests/handlers/operator/shell.h"

namespace permit::test {
namespace {

constexpr int kLines = 10000;
constexpr std::size_t kRecord = 121;  // with its line break

class ManySlipsTest : public ShellTest {
 protected:
  ManySlipsTest() { clock.Set(StartOfDay(AddDays(slips.paid_on, 2))); }

  auto Settle(const std::string& bytes) { return payment::SettleFile(services, "many", bytes); }

  // Of all rows of all tables; too many for a RowWatch.
  std::string RowSums() {
    std::string tables, sums;
    for (const sql::Row& row :
         database.Run("SELECT table_name AS name FROM information_schema.tables"
                      " WHERE table_schema = DATABASE() ORDER BY table_name")) {
      tables += (tables.empty() ? "" : ", ") + row.Text("name");
    }
    for (const sql::Row& row : database.Run("CHECKSUM TABLE " + tables)) {
      sums += row.Text("Table") + " " + row.OptionalText("Checksum").value_or("none") + "\n";
    }
    return sums;
  }
  std::int64_t Number(const std::string& question) {
    return database.Run("SELECT (" + question + ") AS n").at(0).Int("n");
  }
  // What the lines of these outcomes brought in.
  std::int64_t MoneyOf(const std::function<bool(const std::string&)>& outcome) const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < slips.outcomes.size(); ++i) {
      if (outcome(slips.outcomes[i])) sum += slips.amounts[i];
    }
    return sum;
  }

  const ManySlips slips = AddManySlips(database, kLines);
};

TEST_F(ManySlipsTest, EveryLineHasItsOutcomeAndTheReportBalances) {
  auto settled = Settle(slips.file);
  ASSERT_TRUE(std::holds_alternative<payment::Settlement>(settled.value()));
  const auto& lines = std::get<payment::Settlement>(settled.value()).lines;
  ASSERT_EQ(lines.size(), slips.outcomes.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    EXPECT_EQ(lines[i].outcome, slips.outcomes[i]) << "line " << lines[i].line;
    EXPECT_EQ(lines[i].amount, slips.amounts[i]);
  }
  std::map<std::string, std::int64_t> wanted, found;
  for (const std::string& outcome : slips.outcomes) ++wanted[outcome];
  for (const sql::Row& row :
       database.Run("SELECT outcome, COUNT(*) AS n FROM settlement_line GROUP BY outcome")) {
    found[row.Text("outcome")] = row.Int("n");
  }
  EXPECT_EQ(found, wanted);

  const auto settles = [](const std::string& outcome) { return outcome == "settled"; };
  const auto excepted = [](const std::string& outcome) {
    return outcome != "settled" && outcome != "not-good";
  };
  const std::string book = "SELECT SUM(amount) FROM ledger_entry WHERE book = ";
  EXPECT_EQ(Number(book + "'fee'"), -MoneyOf(settles));
  EXPECT_EQ(Number(book + "'suspense'"), -MoneyOf(excepted));
  EXPECT_EQ(Number(book + "'collector'"), MoneyOf(settles) + MoneyOf(excepted));
  EXPECT_EQ(Number("SELECT COUNT(*) FROM payment WHERE state = 'paid'"), wanted["settled"]);
  EXPECT_EQ(Number("SELECT COUNT(*) FROM application_case WHERE state = 'paid'"),
            wanted["settled"]);
  const std::string mails = "SELECT COUNT(*) FROM outbox WHERE cause_key LIKE 'payment-";
  EXPECT_EQ(Number(mails + "received:%'"), wanted["settled"]);
  EXPECT_EQ(Number(mails + "unapplied:%'"),
            Number("SELECT COUNT(*) FROM payment_exception WHERE payment_id IS NOT NULL"));
  const Said report = Run({"payment", "report", "--from", "2026-03-01", "--to", "2026-03-31"});
  EXPECT_EQ(report.exit_code, ctl::kExitDone) << report.err;
}

TEST_F(ManySlipsTest, TheSecondTimeChangesNothing) {
  ASSERT_TRUE(std::holds_alternative<payment::Settlement>(Settle(slips.file).value()));
  const std::string before = RowSums();
  EXPECT_TRUE(std::holds_alternative<payment::TakenBefore>(Settle(slips.file).value()));
  EXPECT_EQ(RowSums(), before);
}

TEST_F(ManySlipsTest, OneBadByteRefusesTheWholeWithItsLineAndReason) {
  using enum SettlementFault;
  const std::string before = RowSums();
  for (const auto& [line, column, fault] :
       std::vector<std::tuple<int, int, SettlementFault>>{{2, 0, kRecordType},
                                                          {17, 1, kDisagrees},
                                                          {1234, 9, kDisagrees},
                                                          {5000, 44, kDate},
                                                          {7777, 52, kDate},
                                                          {9000, 60, kBarcode},
                                                          {9999, 69, kBarcode},
                                                          {10001, 103, kBarcode},
                                                          {3, 120, kLength}}) {
    std::string file = slips.file;
    file[static_cast<std::size_t>(line - 1) * kRecord + static_cast<std::size_t>(column)] = '?';
    auto refused = Settle(file);
    ASSERT_FALSE(refused.has_value()) << line << ":" << column;
    EXPECT_EQ(refused.error().line, static_cast<std::size_t>(line));
    EXPECT_EQ(Code(refused.error().fault), Code(fault)) << column;
  }
  EXPECT_EQ(RowSums(), before);
}

}  // namespace
}  // namespace permit::test
