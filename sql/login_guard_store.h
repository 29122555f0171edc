// What stands between a stranger and an account: mailed tokens, captchas that were tried, and
// counts of tries.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "sql/database.h"

namespace permit::sql {

enum class TokenPurpose { kActivate, kMailbox, kLoginCode };
std::string_view Code(TokenPurpose purpose);  // "activate", "mailbox", "login-code"

struct AccountToken {
  std::uint64_t account_id = 0;
  std::string payload;
  Instant created_at;
  Instant expires_at;
  bool used = false;
};

// Only the token's hash is stored. `payload` is what the token brings along, a new mailbox. Of an
// account that does not exist nothing is stored.
void InsertToken(Executor& executor, const std::string& token_hash, std::uint64_t account_id,
                 TokenPurpose purpose, const std::string& payload, Instant now, Instant expires_at);
// Used and expired ones are found too: the page says which it was.
std::optional<AccountToken> FindToken(Executor& executor, const std::string& token_hash,
                                      TokenPurpose purpose);
// True for one caller alone, before it expires.
bool UseToken(Executor& executor, const std::string& token_hash, TokenPurpose purpose, Instant now);
// All tokens of that purpose that the account still has.
void VoidTokens(Executor& executor, std::uint64_t account_id, TokenPurpose purpose, Instant now);

// True for the first who tries the captcha of that id alone.
bool ClaimCaptcha(Executor& executor, const std::string& id, Instant now, Instant expires_at);

// Counts one more in the bucket's window and gives the number so far.
std::int64_t CountHit(Executor& executor, const std::string& bucket, Instant window_start);
std::int64_t ReadHits(Executor& executor, const std::string& bucket, Instant window_start);

// Hits of the three buckets in all their windows that start at `since` or later, in that order.
std::array<std::int64_t, 3> ReadRecentHits(Executor& executor,
                                           const std::array<std::string, 3>& buckets,
                                           Instant since);

// Deletes some of what ended before; the number deleted, zero when none is left.
std::uint64_t SweepLoginGuards(Executor& executor, Instant before);

}  // namespace permit::sql
