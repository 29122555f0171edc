// Acts done once: the key of a form, what was sent with it, and where its answer led.
//
// The row is claimed first and completed last, in the act's own transaction: whoever sends the same
// key meanwhile waits at the claim and then finds the answer.
#pragma once

#include <optional>
#include <string>

#include "sql/database.h"

namespace permit::sql {

struct StoredRequest {
  std::string actor;
  std::string digest;
  std::string location;
};

std::optional<StoredRequest> FindIdempotencyKey(Executor& executor, const std::string& key);

// False: the key has been used; the caller abandons the transaction and reads the row.
bool ClaimIdempotencyKey(Transaction& transaction, const std::string& key, const std::string& actor,
                         const std::string& digest, Instant now);
void CompleteIdempotencyKey(Transaction& transaction, const std::string& key,
                            const std::string& location);

// Deletes some of those done before; the number deleted, zero when none is left.
std::uint64_t SweepIdempotencyKeys(Executor& executor, Instant before);

}  // namespace permit::sql
