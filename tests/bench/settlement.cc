// How long a settlement file of 10,000 lines takes, with every kind of fault in it, and whether the
// books balance after it. Prints one line a figure.
#include <chrono>
#include <exception>
#include <iostream>
#include <map>

#include "fcgi/base/clock.h"
#include "handlers/payment/settlement.h"
#include "handlers/web/context.h"
#include "tests/handlers/payment/many_slips.h"
#include "tests/support/private_database.h"
#include "tests/support/real_renderer.h"

namespace permit::test {
namespace {

constexpr int kLines = 10000;

int Run() {
  sql::Database database(PrivateDatabase::Shared().options());
  const ManySlips slips = AddManySlips(database, kLines);
  Settings settings;
  ManualClock clock(StartOfDay(AddDays(slips.paid_on, 2)));
  SystemRandom random;
  const views::Renderer& renderer = views::RealRenderer();
  Services services{.settings = settings,
                    .clock = clock,
                    .random = random,
                    .database = database,
                    .renderer = renderer};
  const auto sent = database.statements_sent();
  const auto start = std::chrono::steady_clock::now();
  auto settled = payment::SettleFile(services, "bench", slips.file);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  if (!std::holds_alternative<payment::Settlement>(settled.value())) return 1;
  std::map<std::string, int> outcomes;
  for (const auto& line : std::get<payment::Settlement>(settled.value()).lines)
    ++outcomes[line.outcome];
  for (const auto& [outcome, count] : outcomes) std::cout << outcome << ": " << count << '\n';
  std::cout << "seconds: " << took.count() << '\n'
            << "statements: " << database.statements_sent() - sent << '\n'
            << "ledger sum: "
            << database.Run("SELECT SUM(amount) AS n FROM ledger_entry").at(0).Int("n") << '\n';
  return 0;
}

}  // namespace
}  // namespace permit::test

int main() {
  try {
    return permit::test::Run();
  } catch (const std::exception& error) {
    std::cerr << "settlement_bench: " << error.what() << '\n';
    return 1;
  }
}
