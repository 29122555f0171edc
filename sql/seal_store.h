// The seals of permits, the permits that no longer hold, and the published list of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/calendar.h"
#include "sql/database.h"

namespace permit::sql {

struct PermitSeal {
  std::string signer;  // the reference of the key that made it
  std::string seal;    // its bytes
};
// Throws DuplicateKey when the permit has one already.
void InsertPermitSeal(Transaction& transaction, std::uint64_t permit_id, const PermitSeal& seal,
                      Instant now);
// sealed_at stays: since then the permit that this one replaced is in the list of revocations.
void ReplacePermitSeal(Transaction& transaction, std::uint64_t permit_id, const PermitSeal& seal);

// Withdraws a valid permit; false when it is none.
bool RevokePermit(Transaction& transaction, std::uint64_t permit_id, const std::string& actor,
                  const std::string& reason, Instant now);

struct RevokedPermit {
  std::string number;
  Instant since;  // when it was withdrawn, or its successor sealed
};
// The sealed permits that were replaced or withdrawn and would hold on that day, by number.
std::vector<RevokedPermit> RevokedPermits(Executor& executor, Date today);

struct RevocationFile {
  Instant made_at;
  std::uint64_t entries = 0;
  std::string sha256;  // of the content, hexadecimal
  std::string content;
};
// Whoever makes a list locks the former one before it reads what belongs into the new one, so that
// the later list is also the younger. The first list of all has nothing to lock.
void LockRevocationList(Transaction& transaction);
void StoreRevocationList(Transaction& transaction, const RevocationFile& file);
std::optional<RevocationFile> FindRevocationList(Executor& executor);

}  // namespace permit::sql
