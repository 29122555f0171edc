#include "sql/seal_store.h"

#include "sql/append_only.h"
#include "sql/queries.h"

namespace permit::sql {

void InsertPermitSeal(Transaction& transaction, std::uint64_t permit_id, const PermitSeal& seal,
                      Instant now) {
  transaction.Execute(queries::kPermitSealInsert, {permit_id, seal.signer, seal.seal, now});
}

void ReplacePermitSeal(Transaction& transaction, std::uint64_t permit_id, const PermitSeal& seal) {
  ChangeAppendOnly(transaction, "permit_seal", queries::kPermitSealReplace,
                   {seal.signer, seal.seal, permit_id});
}

bool RevokePermit(Transaction& transaction, std::uint64_t permit_id, const std::string& actor,
                  const std::string& reason, Instant now) {
  if (transaction.Execute(queries::kPermitRevoke, {permit_id}) == 0) return false;
  transaction.Execute(queries::kPermitRevocationInsert, {permit_id, now, actor, reason});
  return true;
}

std::vector<RevokedPermit> RevokedPermits(Executor& executor, Date today) {
  std::vector<RevokedPermit> permits;
  for (const Row& row : executor.Query(queries::kRevokedPermits, {today})) {
    permits.push_back({row.Text("number"), row.Time("since")});
  }
  return permits;
}

void LockRevocationList(Transaction& transaction) {
  transaction.QueryOne(queries::kRevocationListLock);
}

void StoreRevocationList(Transaction& transaction, const RevocationFile& file) {
  transaction.Execute(queries::kRevocationListStore,
                      {file.made_at, file.entries, file.sha256, file.content});
}

std::optional<RevocationFile> FindRevocationList(Executor& executor) {
  auto row = executor.QueryOne(queries::kRevocationList, {});
  if (!row) return std::nullopt;
  return RevocationFile{row->Time("made_at"), row->Uint("entries"), row->Text("sha256"),
                        row->Text("content")};
}

}  // namespace permit::sql
