#include "sql/idempotency_store.h"

#include "sql/queries.h"

namespace permit::sql {

std::optional<StoredAct> FindAct(Executor& executor, const std::string& key) {
  std::optional<Row> row = executor.QueryOne(queries::kActFind, {key});
  if (!row) return std::nullopt;
  return StoredAct{row->Text("actor"), row->Text("digest"), row->Text("location")};
}

bool ClaimAct(Transaction& transaction, const std::string& key, const std::string& actor,
              const std::string& digest, Instant now) {
  try {
    transaction.Execute(queries::kActClaim, {key, actor, digest, now});
    return true;
  } catch (const DuplicateKey&) {
    return false;
  }
}

void CompleteAct(Transaction& transaction, const std::string& key, const std::string& location) {
  transaction.Execute(queries::kActComplete, {location, key});
}

std::uint64_t SweepActs(Executor& executor, Instant before) {
  return executor.Execute(queries::kActSweep, {before});
}

}  // namespace permit::sql
