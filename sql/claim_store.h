// Answers of a case that differ from the register, and who accepted them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "handlers/rules/data_change.h"
#include "sql/database.h"

namespace permit::sql {

struct CaseClaim {
  FieldChange change;       // before: the register's value; after: the claimed one
  std::string accepted_by;  // empty: nobody has
};
std::vector<CaseClaim> CaseClaims(Executor& executor, std::uint64_t case_id);

// The claims of the form as it is sent now; those of an earlier form that nobody accepted go.
void WriteClaims(Transaction& transaction, std::uint64_t case_id,
                 const std::vector<FieldChange>& claims);

void AcceptClaim(Transaction& transaction, std::uint64_t case_id, const FieldChange& claim,
                 const std::string& actor, Instant now);

}  // namespace permit::sql
