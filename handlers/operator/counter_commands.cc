#include "handlers/operator/counter_commands.h"

#include "handlers/operator/numbers.h"
#include "sql/audit_store.h"
#include "sql/counter_store.h"

namespace permit::ctl {
namespace {

constexpr std::uint64_t kMost = 10000;

}  // namespace

Outcome AdvanceCountersCommand(Surroundings& surroundings, const Arguments& arguments) {
  const auto by = ReadNumber(arguments.words.at(0));
  if (!by || *by < 1 || *by > kMost) return Outcome::Usage("by a number from 1 to 10000");
  const int year = RocYear(surroundings.today());
  const auto counters = surroundings.database().Transact([&](sql::Transaction& transaction) {
    sql::WriteAudit(transaction,
                    {surroundings.actor(), "counter-advance", "year:" + std::to_string(year),
                     std::to_string(*by)},
                    surroundings.now());
    return sql::AdvanceCounters(transaction, year, *by);
  });
  Listing listing({"counter", "year", "last number"});
  for (const sql::Counter& one : counters) {
    listing.Add(
        {one.name, one.year == 0 ? "" : std::to_string(one.year), std::to_string(one.value)});
  }
  surroundings.Print(listing);
  return Outcome::Done();
}

}  // namespace permit::ctl
