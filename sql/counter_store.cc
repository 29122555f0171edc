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

}  // namespace permit::sql
