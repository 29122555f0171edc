// How long a settlement file of 10,000 lines takes, with every kind of fault in it, and whether the
// books balance after it. Prints one line a figure.
#include <chrono>
#include <iostream>
#include <map>

#include "fcgi/base/clock.h"
#include "handlers/context.h"
#include "handlers/payment/settlement.h"
#include "handlers/rules/virtual_account.h"
#include "tests/handlers/payment/store_file.h"
#include "tests/support/payable_case.h"
#include "tests/support/private_database.h"
#include "views/renderer.h"

namespace permit::test {
namespace {

constexpr int kLines = 10000;

std::string Number(int serial) {
  std::string own = std::to_string(serial);
  own.insert(0, 9 - own.size(), '0');
  return *VirtualAccount("138508", own, 1000);
}

// One case and one slip a line, written in bulk.
void Prepare(sql::Database& database, std::uint64_t account) {
  const std::string id = std::to_string(account);
  const std::string all = " FROM seq_1_to_" + std::to_string(kLines);
  database.Run(
      "INSERT INTO entry_permit (id, number, kind, applicant_id, issued_on, expires_on,"
      " stay_until, entered_on, loaded_at) SELECT 100000 + seq, 1000000 + seq, 'single',"
      " (SELECT applicant_id FROM account WHERE id = " +
      id + "), '2026-01-05', '2026-12-31', '2026-12-31', '2026-02-01', NOW()" + all);
  database.Run(
      "INSERT INTO case_group (id, number, account_id, created_at)"
      " SELECT 100000 + seq, 100000000 + seq, " +
      id + ", NOW()" + all);
  database.Run(
      "INSERT INTO application_case (id, receipt_number, group_id, account_id,"
      " applicant_id, service, permit_id, state, fee, form, submitted_at, state_since)"
      " SELECT 100000 + seq, 100000000000 + seq, 100000 + seq, " +
      id + ", (SELECT applicant_id FROM account WHERE id = " + id +
      "), 'exchange', 100000 + seq, 'awaiting-payment', 1000, '{}', NOW(), NOW()" + all);
  for (int first = 1; first <= kLines; first += 1000) {
    std::string rows;
    for (int serial = first; serial < first + 1000; ++serial) {
      rows += (rows.empty() ? "(" : ", (") + std::to_string(100000 + serial) + ", 'P" +
              std::to_string(serial) + "', " + id +
              ", 'convenience-store', 1000, 'slip-out', NOW(), NOW(), '2026-04-01', '" +
              Number(serial) + "', '2026-03-07')";
    }
    database.Run(
        "INSERT INTO payment (id, reference, account_id, method, amount, state,"
        " state_since, created_at, expires_at, slip_number, deadline) VALUES " +
        rows);
  }
  database.Run(
      "INSERT INTO payment_case (payment_id, case_id, amount, held_case_id)"
      " SELECT 100000 + seq, 100000 + seq, 1000, 100000 + seq" +
      all);
}

int Run() {
  sql::Database database(PrivateDatabase::Shared().options());
  Prepare(database, AddAccount(database, 1));
  const Date day = *ParseDate("2026/03/05");
  std::vector<StoreLine> lines;
  for (int serial = 1; serial <= kLines; ++serial) {
    switch (serial % 20) {
      case 0:
        lines.push_back({Number(serial), 999, day});
        break;
      case 1:
        lines.push_back({Number(serial), 1000, AddDays(day, 3)});
        break;
      case 2:
        lines.push_back({"13850899999" + std::to_string(10000 + serial), 1000, day});
        break;
      case 3:
        lines.push_back({Number(serial - 2 > 4 ? serial + 1 : 4), 1000, day});
        break;
      case 5:
        lines.push_back({Number(serial), 1000, day, "01"});
        break;
      default:
        lines.push_back({Number(serial), 1000, day});
    }
  }
  const std::string file = StoreFile(lines, AddDays(day, 1));

  Settings settings;
  ManualClock clock(StartOfDay(AddDays(day, 2)));
  SystemRandom random;
  views::Renderer renderer(
      {PERMIT_SOURCE_DIR "/views", PERMIT_BINARY_DIR "/locale", PERMIT_BINARY_DIR "/static"});
  Services services{.settings = settings,
                    .clock = clock,
                    .random = random,
                    .database = database,
                    .renderer = renderer};
  const auto sent = database.statements_sent();
  const auto start = std::chrono::steady_clock::now();
  auto settled = payment::SettleFile(services, "bench", file);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  if (!std::holds_alternative<payment::Settlement>(settled)) return 1;
  std::map<std::string, int> outcomes;
  for (const auto& line : std::get<payment::Settlement>(settled).lines) ++outcomes[line.outcome];
  for (const auto& [outcome, count] : outcomes) std::cout << outcome << ": " << count << '\n';
  std::cout << "seconds: " << took.count() << '\n'
            << "statements: " << database.statements_sent() - sent << '\n'
            << "ledger sum: "
            << database.Run("SELECT SUM(amount) AS n FROM ledger_entry").at(0).Int("n") << '\n';
  return 0;
}

}  // namespace
}  // namespace permit::test

int main() { return permit::test::Run(); }
