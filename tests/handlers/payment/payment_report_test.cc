// The report of permitctl against the raw rows: what collectors and bank brought in, what the
// cashier closed, and the receipts, added up here without the ledger.
#include <map>

#include "handlers/operator/csv.h"
#include "handlers/papers/waiting_papers.h"
#include "handlers/payment/settlement.h"
#include "handlers/rules/credit_file.h"
#include "sql/paper_store.h"
#include "tests/handlers/operator/shell.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/handlers/payment/store_file.h"

namespace permit::test {
namespace {

// Day, method, book and item to entries and amount.
using Books = std::map<std::vector<std::string>, std::pair<std::int64_t, std::int64_t>>;

// The stand-in bank pays on days of real time.
constexpr const char* kFirstDay = "2000-01-01";
constexpr const char* kLastDay = "2999-12-31";

class PaymentReportTest : public PaymentSiteTest, public ctl::Surroundings {
 protected:
  const Settings& settings() override { return PaymentSiteTest::settings; }
  sql::Database& database() override { return PaymentSiteTest::database; }
  const views::Renderer& renderer() override { return SharedRenderer(); }
  const Clock& clock() override { return PaymentSiteTest::clock; }
  Random& random() override { return PaymentSiteTest::random; }
  std::ostream& out() override { return out_; }
  std::string actor() override { return "operator:lin"; }
  ctl::Format format() override { return format_; }

  std::string Run(const std::vector<std::string>& words) {
    out_.str("");
    std::ostringstream errors;
    ctl::CommandLine line = ctl::ReadCommandLine(words, ctl::Commands());
    format_ = line.format;
    EXPECT_EQ(ctl::RunCommand(line, *this, errors), ctl::kExitDone) << errors.str();
    return out_.str();
  }

  // The report's rows; its last, the sum, is zero.
  Books Report(const std::string& from, const std::string& to) {
    const std::string text = Run({"payment", "report", "--from", from, "--to", to, "--csv"});
    auto records = ctl::ReadCsv(text).records;
    EXPECT_EQ(records.front().fields,
              (std::vector<std::string>{"day", "method", "book", "item", "entries", "amount"}));
    EXPECT_EQ(records.back().fields, (std::vector<std::string>{"sum", "", "", "", "", "0"}));
    Books books;
    for (std::size_t i = 1; i + 1 < records.size(); ++i) {
      const auto& cells = records[i].fields;
      books[{cells[0], cells[1], cells[2], cells[3]}] = {std::stoll(cells[4]),
                                                         std::stoll(cells[5])};
    }
    return books;
  }

  void Add(Books& books, const std::string& rows) {
    for (const sql::Row& row : database().Run(rows)) {
      auto& [entries, amount] = books[{row.Text("day"), row.Text("method"), row.Text("book"),
                                       row.OptionalText("item").value_or("")}];
      entries += row.Int("entries");
      amount += row.Int("amount");
    }
  }

  // Out of settlement lines, notices, exceptions and what the cashier closed.
  Books RawRows() {
    const auto day = [](const std::string& column) {
      return "DATE_FORMAT(CONVERT_TZ(" + column + ", '+00:00', '+08:00'), '%Y/%m/%d') AS day, ";
    };
    Books books;
    Add(books,
        "SELECT DATE_FORMAT(l.paid_on, '%Y/%m/%d') AS day, COALESCE(p.method, '') AS method,"
        " 'collector' AS book, NULL AS item, COUNT(*) AS entries, SUM(l.amount) AS amount"
        " FROM settlement_line l LEFT JOIN payment p ON p.id = l.payment_id"
        " WHERE l.outcome <> 'not-good' GROUP BY 1, 2");
    Add(books, "SELECT " + day("p.paid_at") +
                   "p.method, 'collector' AS book, NULL AS item, COUNT(*) AS entries,"
                   " SUM(p.amount) AS amount FROM payment p WHERE p.state = 'paid' AND"
                   " p.trade_number LIKE 'gateway:%' GROUP BY 1, 2");
    Add(books,
        "SELECT DATE_FORMAT(paid_on, '%Y/%m/%d') AS day, method, 'collector' AS book,"
        " NULL AS item, COUNT(*) AS entries, SUM(amount) AS amount FROM payment_exception"
        " WHERE cause LIKE 'gateway:%' GROUP BY 1, 2");
    Add(books, "SELECT " + day("p.paid_at") +
                   "p.method, 'fee' AS book, c.service AS item, COUNT(*) AS entries,"
                   " -SUM(pc.amount) AS amount FROM payment p JOIN payment_case pc ON"
                   " pc.payment_id = p.id JOIN application_case c ON c.id = pc.case_id"
                   " WHERE p.state = 'paid' GROUP BY 1, 2, 4");
    Add(books,
        "SELECT DATE_FORMAT(paid_on, '%Y/%m/%d') AS day, method, 'suspense' AS book,"
        " NULL AS item, COUNT(*) AS entries, -SUM(amount) AS amount FROM payment_exception"
        " GROUP BY 1, 2");
    for (const char* leg : {"'suspense' AS book, NULL AS item, COUNT(*) AS entries, SUM(amount)",
                            "'closed' AS book, NULL AS item, COUNT(*) AS entries, -SUM(amount)"}) {
      Add(books, "SELECT " + day("resolved_at") + "method, " + leg +
                     " AS amount FROM payment_exception WHERE resolved_at IS NOT NULL GROUP BY 1,"
                     " 2");
    }
    return books;
  }

  void PaidByCard(const std::vector<std::string>& groups) {
    const std::string reference = Choose("credit-card", groups);
    ASSERT_TRUE(GoToBank(reference));
    Bank().Pay(reference);
    EXPECT_EQ(Notify(LastNotice(reference)).body, "1|OK");
  }
  std::string SlipNumber(const std::string& method, const std::vector<std::string>& groups) {
    return sql::FindPayment(database(), Choose(method, groups))->slip_number;
  }
  void Settle(const std::string& bytes) {
    ASSERT_TRUE(std::holds_alternative<payment::Settlement>(
        payment::SettleFile(services, "report", bytes).value()));
  }
  Date Today() { return TaipeiDate(clock().Now()); }

 private:
  std::ostringstream out_;
  ctl::Format format_ = ctl::Format::kTable;
};

TEST_F(PaymentReportTest, ItsSumsAreThoseOfTheRawRowsByDayMethodAndItem) {
  const PayableCase third = AddPayableCase(database(), account, 3);
  const PayableCase fourth = AddPayableCase(database(), account, 4, "extension", 300);
  const std::string slip = SlipNumber("convenience-store", {exchange.group_number});
  const std::string credit = SlipNumber("virtual-account", {extension.group_number});
  const std::string late = SlipNumber("convenience-store", {fourth.group_number});
  PaidByCard({third.group_number});
  PaymentSiteTest::clock.Advance(std::chrono::hours(24));
  LogIn(browser, account);
  Settle(StoreFile({{slip, 1000, Today()},
                    {slip, 1000, Today()},
                    {late, 300, AddDays(Today(), 9)},
                    {late, 301, AddDays(Today(), -1)},
                    {"1385086952001009", 1000, Today()},
                    {late, 300, Today(), "01"}},
                   Today()));
  Settle(std::string(kCreditFileHead) + "\n" + credit + ",300,2026-03-02,A\n" + credit +
         ",300,2026-03-03,B\n");
  const std::string again = Choose("credit-card", {fourth.group_number});
  PaymentSiteTest::clock.Advance(std::chrono::hours(24));
  for (const char* exception : {"1", "2"}) {
    const auto row = database().Run("SELECT id FROM payment_exception ORDER BY id LIMIT 1 OFFSET " +
                                    std::string(exception));
    Run({"payment", "resolve", row.at(0).Text("id"), "--note", "sent back"});
  }
  ASSERT_EQ(Count("payment_exception"), 5);
  ASSERT_EQ(StateOf(again), PaymentState::kAtBank);

  const Books report = Report(kFirstDay, kLastDay);
  EXPECT_EQ(report, RawRows());
  EXPECT_GT(report.size(), 12u);
  std::map<std::string, std::int64_t> days;
  for (const auto& [key, sum] : report) days[key[0]] += sum.second;
  for (const auto& [day, sum] : days) EXPECT_EQ(sum, 0) << day;
  // A day alone has that day's part of it.
  for (const auto& [day, sum] : days) {
    Books part;
    for (const auto& entry : report) {
      if (entry.first[0] == day) part.insert(entry);
    }
    EXPECT_EQ(Report(day, day), part);
  }
}

TEST_F(PaymentReportTest, TheFeesAreTheReceipts) {
  PaidByCard({exchange.group_number, extension.group_number});
  const PayableCase third = AddPayableCase(database(), account, 3);
  Settle(
      StoreFile({{SlipNumber("convenience-store", {third.group_number}), 1000, Today()}}, Today()));
  IssueWaitingPapers(database(), settings(), clock().Now(), 100);
  std::int64_t fees = 0;
  for (const auto& [key, sum] : Report(kFirstDay, kLastDay)) {
    if (key[2] == "fee") fees += sum.second;
  }
  EXPECT_EQ(fees, -2300);
  EXPECT_EQ(Count("receipt"), 2);
  EXPECT_EQ(database().Run("SELECT SUM(amount) AS n FROM receipt").at(0).Int("n"), -fees);
}

}  // namespace
}  // namespace permit::test
