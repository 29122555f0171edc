#include "sql/login_guard_store.h"

#include <algorithm>

#include "sql/mailbox_change_store.h"
#include "sql/queries.h"

namespace permit::sql {

std::string_view Code(TokenPurpose purpose) {
  switch (purpose) {
    case TokenPurpose::kActivate:
      return "activate";
    case TokenPurpose::kMailbox:
      return "mailbox";
    case TokenPurpose::kLoginCode:
      return "login-code";
  }
  return "";
}

void InsertToken(Executor& executor, const std::string& token_hash, std::uint64_t account_id,
                 TokenPurpose purpose, const std::string& payload, Instant now,
                 Instant expires_at) {
  executor.Execute(queries::kTokenInsert,
                   {token_hash, Code(purpose), payload, now, expires_at, account_id});
}

std::optional<AccountToken> FindToken(Executor& executor, const std::string& token_hash,
                                      TokenPurpose purpose) {
  std::optional<Row> row = executor.QueryOne(queries::kTokenFind, {token_hash, Code(purpose)});
  if (!row) return std::nullopt;
  AccountToken token;
  token.account_id = row->Uint("account_id");
  token.payload = row->Text("payload");
  token.created_at = row->Time("created_at");
  token.expires_at = row->Time("expires_at");
  token.used = !row->IsNull("used_at");
  return token;
}

bool UseToken(Executor& executor, const std::string& token_hash, TokenPurpose purpose,
              Instant now) {
  return executor.Execute(queries::kTokenUse, {now, token_hash, Code(purpose), now}) == 1;
}

void VoidTokens(Executor& executor, std::uint64_t account_id, TokenPurpose purpose, Instant now) {
  executor.Execute(queries::kTokenVoid, {now, account_id, Code(purpose)});
}

bool ClaimCaptcha(Executor& executor, const std::string& id, Instant now, Instant expires_at) {
  try {
    executor.Execute(queries::kCaptchaClaim, {id, now, expires_at});
    return true;
  } catch (const DuplicateKey&) {
    return false;
  }
}

std::int64_t CountHit(Executor& executor, const std::string& bucket, Instant window_start) {
  executor.Execute(queries::kRateHit, {bucket, window_start});
  return ReadHits(executor, bucket, window_start);
}

std::int64_t ReadHits(Executor& executor, const std::string& bucket, Instant window_start) {
  std::optional<Row> row = executor.QueryOne(queries::kRateRead, {bucket, window_start});
  return row ? row->Int("hits") : 0;
}

std::array<std::int64_t, 3> ReadRecentHits(Executor& executor,
                                           const std::array<std::string, 3>& buckets,
                                           Instant since) {
  std::array<std::int64_t, 3> hits{};
  for (const Row& row :
       executor.Query(queries::kRateReadRecent, {buckets[0], buckets[1], buckets[2], since})) {
    const auto bucket = std::find(buckets.begin(), buckets.end(), row.Text("bucket"));
    if (bucket != buckets.end()) {
      hits[static_cast<std::size_t>(bucket - buckets.begin())] += row.Int("hits");
    }
  }
  return hits;
}

std::uint64_t SweepLoginGuards(Executor& executor, Instant before) {
  return executor.Execute(queries::kTokenSweep, {before}) +
         executor.Execute(queries::kCaptchaSweep, {before}) +
         executor.Execute(queries::kPasskeyChallengeSweep, {before}) +
         SweepMailboxChanges(executor, before) + executor.Execute(queries::kRateSweep, {before});
}

}  // namespace permit::sql
