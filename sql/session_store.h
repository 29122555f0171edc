// Sessions of logged-in accounts.
//
// The cookie's token is never stored, only its hash. A session ends at ends_at; using it moves
// that.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

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

void InsertSession(Executor& executor, const std::string& token_hash, std::uint64_t account_id,
                   Instant now, Instant ends_at);

// Who is asking, in one statement. nullopt: unknown, ended, or of an account that is not active.
std::optional<Session> FindSession(Executor& executor, const std::string& token_hash, Instant now);

// Whose session it was that ended by itself between then and now. One that was left by the logout,
// or ended with the password, is not there any more.
std::optional<std::uint64_t> FindEndedSession(Executor& executor, const std::string& token_hash,
                                              Instant since, Instant now);

void TouchSession(Executor& executor, const std::string& token_hash, Instant now, Instant ends_at);
void EndSession(Executor& executor, const std::string& token_hash);
void EndSessionsOf(Executor& executor, std::uint64_t account_id);

// Deletes some of those that ended before; the number deleted, zero when none is left.
std::uint64_t SweepSessions(Executor& executor, Instant now);

}  // namespace permit::sql
