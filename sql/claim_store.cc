#include "sql/claim_store.h"

#include "sql/queries.h"

namespace permit::sql {

std::vector<CaseClaim> CaseClaims(Executor& executor, std::uint64_t case_id) {
  std::vector<CaseClaim> claims;
  for (const Row& row : executor.Query(queries::kClaimsOfCase, {case_id})) {
    claims.push_back({{row.Text("field"), row.Text("registered_value"), row.Text("claimed_value")},
                      row.OptionalText("accepted_by").value_or("")});
  }
  return claims;
}

void WriteClaims(Transaction& transaction, std::uint64_t case_id,
                 const std::vector<FieldChange>& claims) {
  transaction.Execute(queries::kClaimsForgetOpen, {case_id});
  for (const FieldChange& claim : claims) {
    transaction.Execute(queries::kClaimInsert, {case_id, claim.field, claim.before, claim.after});
  }
}

void AcceptClaim(Transaction& transaction, std::uint64_t case_id, const FieldChange& claim,
                 const std::string& actor, Instant now) {
  transaction.Execute(queries::kClaimAccept,
                      {case_id, claim.field, claim.before, claim.after, actor, now});
}

}  // namespace permit::sql
