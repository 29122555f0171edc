// Transactions whose outcome can be looked up when the connection dies during COMMIT, for those
// that have no idempotency key.
#pragma once

#include <type_traits>

#include "fcgi/base/log.h"
#include "sql/database.h"

namespace permit {

// Runs `work` in a transaction. When the connection dies during COMMIT, `find_committed()` looks
// for the rows that the work writes and gives its result, an optional; without a result nothing was
// committed and the work runs again. The rows must be identifiable: a key minted before the work.
template <class Work, class FindCommitted>
auto TransactWithCommitRetry(sql::Database& database, Work work, FindCommitted find_committed)
    -> std::invoke_result_t<Work&, sql::Transaction&> {
  try {
    return database.Transact(work);
  } catch (const sql::OutcomeUnknown& unknown) {
    Log(Severity::kWarning, "commit.retried", {{"why", unknown.what()}});
    if (auto result = find_committed()) return *result;
    return database.Transact(work);
  }
}

}  // namespace permit
