#include "sql/counter_store.h"

#include "sql/queries.h"

namespace permit::sql {
namespace {

std::uint64_t Take(Database& database, const std::string& name, int year) {
  return database.Transact([&](Transaction& transaction) {
    transaction.Execute(queries::kCounterNext, {name, year});
    return transaction.LastInsertId();
  });
}

}  // namespace

// When it is not known whether the number was taken, it becomes a gap.
std::uint64_t NextNumber(Database& database, const std::string& name, int year) {
  try {
    return Take(database, name, year);
  } catch (const OutcomeUnknown&) {
    return Take(database, name, year);
  }
}

std::uint64_t LastNumber(Executor& executor, const std::string& name, int year) {
  auto row = executor.QueryOne(queries::kCounterValue, {name, year});
  return row ? row->Uint("value") : 0;
}

std::vector<Counter> AdvanceCounters(Transaction& transaction, int roc_year, std::uint64_t by) {
  for (const char* name : {"receipt", "group", "receipt-paper"}) {
    transaction.Execute(queries::kCounterAdvance, {name, roc_year, by});
  }
  transaction.Execute(queries::kCounterAdvance, {"slip", 0, by});
  std::vector<Counter> counters;
  for (const Row& row : transaction.Query(queries::kCounterList)) {
    counters.push_back({row.Text("name"), static_cast<int>(row.Int("year")), row.Uint("value")});
  }
  std::erase_if(counters,
                [&](const Counter& one) { return one.year != 0 && one.year != roc_year; });
  return counters;
}

}  // namespace permit::sql
