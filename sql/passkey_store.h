// The passkeys of accounts, and the challenges that were answered.
//
// Ids of credentials, user handles and public keys are bytes here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sql/database.h"

namespace permit::sql {

struct NewPasskey {
  std::uint64_t account_id = 0;
  std::string credential_id;
  std::string user_handle;
  int algorithm = 0;  // as COSE numbers it
  std::string public_key;
  std::uint32_t sign_count = 0;
  std::string name;
};

struct Passkey : NewPasskey {
  std::uint64_t id = 0;
  Instant created_at;
  std::optional<Instant> last_used_at;
};

// False: a passkey with that credential is there, whoever's it is.
bool InsertPasskey(Executor& executor, const NewPasskey& passkey, Instant now);

std::vector<Passkey> PasskeysOf(Executor& executor, std::uint64_t account_id);  // oldest first
std::optional<Passkey> FindPasskeyOf(Executor& executor, std::uint64_t account_id,
                                     std::uint64_t id);
std::optional<Passkey> FindPasskey(Executor& executor, const std::string& credential_id);
std::optional<Passkey> LockPasskey(Transaction& transaction, std::uint64_t id);

// A login with it. What counts failed passwords stays as it is.
void RecordPasskeyLogin(Transaction& transaction, const Passkey& passkey, std::uint32_t sign_count,
                        Instant now);

// False: the account has none with that id.
bool RemovePasskey(Executor& executor, std::uint64_t account_id, std::uint64_t id);

// True for the first who answers the challenge of that id alone.
bool ClaimPasskeyChallenge(Executor& executor, const std::string& id, Instant now,
                           Instant expires_at);

}  // namespace permit::sql
