#include "sql/session_store.h"

#include "sql/queries.h"

namespace permit::sql {

void InsertSession(Executor& executor, const std::string& token_hash, std::uint64_t account_id,
                   Instant now, Instant ends_at, const SessionOrigin& origin) {
  executor.Execute(queries::kSessionInsert, {token_hash, account_id, now, now, ends_at,
                                             origin.address, origin.browser, origin.platform});
}

std::optional<Session> FindSession(Executor& executor, const std::string& token_hash, Instant now) {
  std::optional<Row> row = executor.QueryOne(queries::kSessionFind, {token_hash, now});
  if (!row) return std::nullopt;
  Session session;
  session.account_id = row->Uint("account_id");
  session.applicant_id = row->Uint("applicant_id");
  session.category = row->Text("category");
  session.login_name = row->Text("login_name");
  session.language = LanguageFromTag(row->Text("language")).value_or(Language::kChinese);
  session.must_change_password = row->Flag("must_change_password");
  session.chinese_name = row->Text("chinese_name");
  session.surname = row->Text("surname");
  session.given_name = row->Text("given_name");
  session.created_at = row->Time("created_at");
  session.last_seen_at = row->Time("last_seen_at");
  session.ends_at = row->Time("ends_at");
  return session;
}

std::optional<std::uint64_t> FindEndedSession(Executor& executor, const std::string& token_hash,
                                              Instant since, Instant now) {
  auto row = executor.QueryOne(queries::kSessionFindEnded, {token_hash, now, since});
  if (!row) return std::nullopt;
  return row->Uint("account_id");
}

void TouchSession(Executor& executor, const std::string& token_hash, Instant now, Instant ends_at,
                  const std::string& address) {
  executor.Execute(queries::kSessionTouch, {now, ends_at, address, token_hash});
}

std::vector<OwnSession> SessionsOf(Executor& executor, std::uint64_t account_id,
                                   const std::string& present_hash, Instant now) {
  const std::vector<Row> rows =
      executor.Query(queries::kSessionsOfAccount, {present_hash, account_id, now});
  std::vector<OwnSession> sessions;
  sessions.reserve(rows.size());
  for (const Row& row : rows) {
    sessions.push_back({row.Uint("id"),
                        row.Time("created_at"),
                        row.Time("last_seen_at"),
                        {row.Text("address"), row.Text("browser"), row.Text("platform")},
                        row.Flag("is_present")});
  }
  return sessions;
}

std::uint64_t EndOtherSession(Executor& executor, std::uint64_t account_id,
                              const std::string& present_hash, std::uint64_t id) {
  return executor.Execute(queries::kSessionEndOther, {id, account_id, present_hash});
}

std::uint64_t EndOtherSessions(Executor& executor, std::uint64_t account_id,
                               const std::string& present_hash) {
  return executor.Execute(queries::kSessionEndOthers, {account_id, present_hash});
}

void EndSession(Executor& executor, const std::string& token_hash) {
  executor.Execute(queries::kSessionEnd, {token_hash});
}

void EndSessionsOf(Executor& executor, std::uint64_t account_id) {
  executor.Execute(queries::kSessionEndOfAccount, {account_id});
}

std::uint64_t SweepSessions(Executor& executor, Instant now) {
  return executor.Execute(queries::kSessionSweep, {now});
}

}  // namespace permit::sql
