#include "sql/idempotency_store.h"

#include "sql/queries.h"

namespace permit::sql {

std::optional<StoredRequest> FindIdempotencyKey(Executor& executor, const std::string& key) {
  std::optional<Row> row = executor.QueryOne(queries::kIdempotencyKeyFind, {key});
  if (!row) return std::nullopt;
  return StoredRequest{row->Text("actor"), row->Text("digest"), row->Text("location")};
}

bool ClaimIdempotencyKey(Transaction& transaction, const std::string& key, const std::string& actor,
                         const std::string& digest, Instant now) {
  try {
    transaction.Execute(queries::kIdempotencyKeyClaim, {key, actor, digest, now});
    return true;
  } catch (const DuplicateKey&) {
    return false;
  }
}

void CompleteIdempotencyKey(Transaction& transaction, const std::string& key,
                            const std::string& location) {
  transaction.Execute(queries::kIdempotencyKeyComplete, {location, key});
}

std::uint64_t SweepIdempotencyKeys(Executor& executor, Instant before) {
  return executor.Execute(queries::kIdempotencyKeySweep, {before});
}

}  // namespace permit::sql
