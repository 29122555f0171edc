// Transactions whose landing can be asked for afterwards, where no act's key tells it.
#pragma once

#include <type_traits>

#include "fcgi/base/log.h"
#include "sql/database.h"

namespace permit {

// Runs `work` in a transaction. When the link dies during COMMIT, `landed()` looks for what the
// work leaves behind and gives its result, an optional; without one nothing has landed and the work
// is run again. What `work` leaves must be its own alone, a key minted before it began.
template <class Work, class Landed>
auto TransactWithCommitRetry(sql::Database& database, Work work, Landed landed)
    -> std::invoke_result_t<Work&, sql::Transaction&> {
  try {
    return database.Transact(work);
  } catch (const sql::OutcomeUnknown& unknown) {
    Log(Severity::kWarning, "commit.retried", {{"why", unknown.what()}});
    if (auto result = landed()) return *result;
    return database.Transact(work);
  }
}

}  // namespace permit
