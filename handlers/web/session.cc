#include "handlers/web/session.h"

#include <algorithm>

#include "handlers/rules/browser_name.h"
#include "handlers/rules/greeting_name.h"
#include "handlers/web/csrf.h"
#include "sql/database.h"

namespace permit {
namespace {

constexpr std::chrono::minutes kSeenEvery{1};

// Of the cookie; empty when it holds no session's token.
std::string CookiesHash(const Request& request) {
  const std::string_view token = request.cookies.Get(CookieName(kSessionCookie, request.tls));
  if (token.empty() || token.size() > 64) return {};
  return SessionHash(token);
}

std::string AddressOf(const Request& request) { return request.remote_address.substr(0, 45); }

}  // namespace

std::string SessionHash(std::string_view token) { return HexEncode(Sha256(token)); }

sql::SessionOrigin OriginOf(const Request& request) {
  const BrowserName name = ReadBrowserName(request.user_agent);
  return {AddressOf(request), std::string(name.browser), std::string(name.platform)};
}

Instant SessionEnd(const Context& context, Instant began) {
  const Settings& settings = context.services.settings;
  return std::min<Instant>(context.now() + std::chrono::minutes(settings.session_idle_minutes),
                           began + std::chrono::hours(settings.session_longest_hours));
}

void FindVisitor(Context& context) {
  const std::string hash = CookiesHash(context.request);
  if (hash.empty()) return;
  sql::Database& database = context.services.database;
  auto account = sql::FindSession(database, hash, context.now());
  if (!account) return;
  Visitor& visitor = context.visitor.emplace();
  visitor.session_hash = hash;
  visitor.account_id = account->account_id;
  visitor.applicant_id = account->applicant_id;
  visitor.login_name = account->login_name;
  visitor.display_name = account->chinese_name;
  visitor.shown_name =
      GreetingName(context.language, account->chinese_name, account->surname, account->given_name);
  visitor.mail_language = account->language;
  visitor.must_change_password = account->must_change_password;
  visitor.session_ends = account->ends_at;
  if (context.now() - account->last_seen_at < kSeenEvery) return;
  visitor.session_ends = SessionEnd(context, account->created_at);
  try {
    sql::TouchSession(database, hash, context.now(), visitor.session_ends,
                      AddressOf(context.request));
  } catch (const sql::OutcomeUnknown&) {
    // Losing this update only makes the session end a minute earlier.
  }
}

void FindLateSender(Context& context) {
  const std::string hash = CookiesHash(context.request);
  if (hash.empty()) return;
  const std::chrono::hours kept(context.services.settings.session_kept_hours);
  context.late_sender =
      sql::FindEndedSession(context.services.database, hash, context.now() - kept, context.now());
}

}  // namespace permit
