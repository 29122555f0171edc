#include "sql/append_only.h"

namespace permit::sql {
namespace {

// No statement of sql/queries, as nothing can be said of its plan.
const Statement kSetException{"AppendOnlyException", "SET @append_only_except = ?"};

}  // namespace

std::uint64_t ChangeAppendOnly(Transaction& transaction, std::string_view table,
                               const Statement& statement, std::vector<Value> values) {
  transaction.Execute(kSetException, {table});
  try {
    const std::uint64_t changed = transaction.Execute(statement, std::move(values));
    transaction.Execute(kSetException, {nullptr});
    return changed;
  } catch (...) {
    // The session may go on. If its link is broken, this says so again.
    transaction.Execute(kSetException, {nullptr});
    throw;
  }
}

}  // namespace permit::sql
