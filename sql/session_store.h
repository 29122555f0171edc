// Sessions of logged-in accounts.
//
// The cookie's token is never stored, only its hash. A session ends at ends_at; using it moves
// that.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/language.h"
#include "sql/database.h"

namespace permit::sql {

struct Session {
  std::uint64_t account_id = 0;
  std::uint64_t applicant_id = 0;
  std::string category;
  std::string login_name;
  Language language = Language::kChinese;
  bool must_change_password = false;
  std::string chinese_name;
  std::string surname;
  std::string given_name;
  Instant created_at;
  Instant last_seen_at;
  Instant ends_at;
};

// Where a session is used.
struct SessionOrigin {
  std::string address;  // 45 bytes at most
  std::string browser;  // short names, see handlers/rules/browser_name.h
  std::string platform;
};

void InsertSession(Executor& executor, const std::string& token_hash, std::uint64_t account_id,
                   Instant now, Instant ends_at, const SessionOrigin& origin = {});

// Who is asking, in one statement. nullopt: unknown, ended, or of an account that is not active.
std::optional<Session> FindSession(Executor& executor, const std::string& token_hash, Instant now);

// Whose session it was that ended by itself between then and now. One that was left by the logout,
// or ended with the password, is not there any more.
std::optional<std::uint64_t> FindEndedSession(Executor& executor, const std::string& token_hash,
                                              Instant since, Instant now);

void TouchSession(Executor& executor, const std::string& token_hash, Instant now, Instant ends_at,
                  const std::string& address);

// A session as its owner sees it. `id` tells it from others; the token's hash stays here.
struct OwnSession {
  std::uint64_t id = 0;
  Instant created_at;
  Instant last_seen_at;
  SessionOrigin origin;
  bool is_present = false;  // the one that asks
};
// Those of the account that have not ended, the latest seen first.
std::vector<OwnSession> SessionsOf(Executor& executor, std::uint64_t account_id,
                                   const std::string& present_hash, Instant now);
// One of the account's, or all of them, but never the present one; how many ended.
std::uint64_t EndOtherSession(Executor& executor, std::uint64_t account_id,
                              const std::string& present_hash, std::uint64_t id);
std::uint64_t EndOtherSessions(Executor& executor, std::uint64_t account_id,
                               const std::string& present_hash);

void EndSession(Executor& executor, const std::string& token_hash);
void EndSessionsOf(Executor& executor, std::uint64_t account_id);

// Deletes some of those that ended before; the number deleted, zero when none is left.
std::uint64_t SweepSessions(Executor& executor, Instant now);

}  // namespace permit::sql
