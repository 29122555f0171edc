#include "handlers/account/known_browser.h"

#include <charconv>

#include "sql/login_guard_store.h"

namespace permit {
namespace {

constexpr std::chrono::hours kLife{24 * 180};
constexpr std::chrono::minutes kWindow{15};
constexpr std::size_t kIdLength = 24;
constexpr std::size_t kTimeLength = 10;  // of seconds, decimal
constexpr std::size_t kSignatureLength = 32;

std::string Signature(std::string_view secret, std::uint64_t account_id, std::string_view body) {
  const std::string of = "known-browser:" + std::to_string(account_id) + ":" + std::string(body);
  return HexEncode(HmacSha256(secret, of)).substr(0, kSignatureLength);
}

long long Seconds(Instant now) {
  return std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
}

// The number of this browser: "ID.SECONDS.SIGNATURE" is the cookie. Empty when it is not known.
std::string KnownId(const Context& context, std::uint64_t account_id) {
  const Request& request = context.request;
  const std::string_view cookie = request.cookies.Get(CookieName(kKnownCookie, request.tls));
  constexpr std::size_t kBody = kIdLength + 1 + kTimeLength;
  if (cookie.size() != kBody + 1 + kSignatureLength) return {};
  const std::string_view body = cookie.substr(0, kBody);
  if (!ConstantTimeEqual(Signature(context.services.secret, account_id, body),
                         cookie.substr(kBody + 1))) {
    return {};
  }
  long long since = 0;
  std::from_chars(body.data() + kIdLength + 1, body.data() + kBody, since);
  if (Seconds(context.now()) - since > std::chrono::seconds(kLife).count()) return {};
  return std::string(cookie.substr(0, kIdLength));
}

std::string Bucket(const std::string& id) { return "known-browser:" + id; }

Instant WindowStart(Instant now) {
  return Instant(now.time_since_epoch() - now.time_since_epoch() % kWindow);
}

}  // namespace

bool IsKnownBrowser(Context& context, std::uint64_t account_id) {
  const std::string id = KnownId(context, account_id);
  return !id.empty() &&
         sql::ReadHits(context.services.database, Bucket(id), WindowStart(context.now())) <
             context.services.settings.login_failures_allowed;
}

void CountAgainstKnownBrowser(Context& context, std::uint64_t account_id) {
  const std::string id = KnownId(context, account_id);
  if (!id.empty()) {
    sql::CountHit(context.services.database, Bucket(id), WindowStart(context.now()));
  }
}

void RememberBrowser(Context& context, std::uint64_t account_id) {
  std::string id = KnownId(context, account_id);
  if (id.empty()) id = HexEncode(context.services.random.Bytes(kIdLength / 2));
  const std::string body = id + "." + std::to_string(Seconds(context.now()));
  context.cookies_to_set.push_back(
      {std::string(kKnownCookie), body + "." + Signature(context.services.secret, account_id, body),
       std::chrono::seconds(kLife).count()});
}

}  // namespace permit
