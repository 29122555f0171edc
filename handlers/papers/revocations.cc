#include "handlers/papers/revocations.h"

#include "fcgi/base/crypto.h"
#include "fcgi/base/log.h"
#include "handlers/papers/key_store.h"
#include "handlers/rules/revocation_list.h"
#include "sql/audit_store.h"
#include "sql/case_store.h"
#include "sql/database.h"
#include "sql/register_store.h"
#include "sql/seal_store.h"

namespace permit {
std::size_t PublishRevocations(sql::Transaction& transaction, const Settings& settings,
                               Instant now) {
  const auto made = std::chrono::floor<std::chrono::seconds>(now);
  const KeyStore keys = KeyStore::Open(settings.signing_key_dir);
  const ActiveSigner active = keys.OpenActive(KeyUse::kSeal, made);
  RevocationList list{.signer = active.signer.reference,
                      .made = made,
                      .next = made + kRevocationListHolds,
                      .entries = {}};
  sql::LockRevocationList(transaction);
  for (sql::RevokedPermit& permit : sql::RevokedPermits(transaction, TaipeiDate(now))) {
    list.entries.push_back({std::move(permit.number), TaipeiDate(permit.since)});
  }
  std::string content = WriteRevocationList(list).value();
  content += SignRaw(*active.key, content);
  std::string digest = HexEncode(Sha256(content));
  sql::StoreRevocationList(transaction, {.made_at = made,
                                         .entries = list.entries.size(),
                                         .sha256 = std::move(digest),
                                         .content = std::move(content)});
  return list.entries.size();
}

tl::expected<Revoked, RevokeRefusal> RevokePermit(sql::Transaction& transaction,
                                                  const Settings& settings,
                                                  const std::string& number,
                                                  const std::string& actor,
                                                  const std::string& reason, Instant now) {
  const auto permit = sql::FindPermitByNumber(transaction, number);
  if (!permit) return tl::unexpected(RevokeRefusal::kUnknownPermit);
  if (!sql::RevokePermit(transaction, permit->id, actor, reason, now)) {
    return tl::unexpected(RevokeRefusal::kNotValid);
  }
  sql::WriteAudit(transaction, {actor, "permit-revoke", "permit:" + number, reason}, now);
  try {
    PublishRevocations(transaction, settings, now);
  } catch (const KeyStoreError& error) {
    Log(Severity::kError, "revocations.deferred", {{"permit", number}, {"reason", error.what()}});
  }
  return Revoked{sql::FindOpenCaseOn(transaction, permit->id)};
}

}  // namespace permit
