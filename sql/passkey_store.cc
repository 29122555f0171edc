#include "sql/passkey_store.h"

#include "fcgi/base/base64url.h"
#include "fcgi/base/crypto.h"
#include "sql/queries.h"

namespace permit::sql {
namespace {

Passkey ReadPasskey(const Row& row) {
  Passkey passkey;
  passkey.id = row.Uint("id");
  passkey.account_id = row.Uint("account_id");
  passkey.credential_id = Base64UrlDecode(row.Text("credential_id")).value();
  passkey.user_handle = Base64UrlDecode(row.Text("user_handle")).value();
  passkey.algorithm = static_cast<int>(row.Int("algorithm"));
  passkey.public_key = Base64UrlDecode(row.Text("public_key")).value();
  passkey.sign_count = static_cast<std::uint32_t>(row.Uint("sign_count"));
  passkey.name = row.Text("name");
  passkey.created_at = row.Time("created_at");
  passkey.last_used_at = row.OptionalTime("last_used_at");
  return passkey;
}

std::optional<Passkey> ReadOptional(const std::optional<Row>& row) {
  if (!row) return std::nullopt;
  return ReadPasskey(*row);
}

std::string CredentialHash(const std::string& credential_id) {
  return HexEncode(Sha256(credential_id));
}

}  // namespace

bool InsertPasskey(Executor& executor, const NewPasskey& passkey, Instant now) {
  try {
    executor.Execute(queries::kPasskeyInsert,
                     {passkey.account_id, CredentialHash(passkey.credential_id),
                      Base64UrlEncode(passkey.credential_id), Base64UrlEncode(passkey.user_handle),
                      passkey.algorithm, Base64UrlEncode(passkey.public_key), passkey.sign_count,
                      passkey.name, now});
    return true;
  } catch (const DuplicateKey&) {
    return false;
  }
}

std::vector<Passkey> PasskeysOf(Executor& executor, std::uint64_t account_id) {
  const std::vector<Row> rows = executor.Query(queries::kPasskeysOfAccount, {account_id});
  std::vector<Passkey> passkeys;
  passkeys.reserve(rows.size());
  for (const Row& row : rows) passkeys.push_back(ReadPasskey(row));
  return passkeys;
}

std::optional<Passkey> FindPasskeyOf(Executor& executor, std::uint64_t account_id,
                                     std::uint64_t id) {
  return ReadOptional(executor.QueryOne(queries::kPasskeyOfAccount, {id, account_id}));
}

std::optional<Passkey> FindPasskey(Executor& executor, const std::string& credential_id) {
  return ReadOptional(
      executor.QueryOne(queries::kPasskeyByCredential, {CredentialHash(credential_id)}));
}

std::optional<Passkey> LockPasskey(Transaction& transaction, std::uint64_t id) {
  return ReadOptional(transaction.QueryOne(queries::kPasskeyLocked, {id}));
}

void RecordPasskeyLogin(Transaction& transaction, const Passkey& passkey, std::uint32_t sign_count,
                        Instant now) {
  transaction.Execute(queries::kPasskeyUsed, {sign_count, now, passkey.id});
  transaction.Execute(queries::kPasskeyLogin, {now, passkey.account_id});
}

bool RemovePasskey(Executor& executor, std::uint64_t account_id, std::uint64_t id) {
  return executor.Execute(queries::kPasskeyRemove, {id, account_id}) == 1;
}

bool ClaimPasskeyChallenge(Executor& executor, const std::string& id, Instant now,
                           Instant expires_at) {
  try {
    executor.Execute(queries::kPasskeyChallengeClaim, {id, now, expires_at});
    return true;
  } catch (const DuplicateKey&) {
    return false;
  }
}

}  // namespace permit::sql
