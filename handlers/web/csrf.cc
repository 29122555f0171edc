#include "handlers/web/csrf.h"

namespace permit {
namespace {

constexpr std::size_t kProofBytes = 32;

std::string Proof(std::string_view secret, std::string_view cookie_value) {
  return HmacSha256(secret, "form:" + std::string(cookie_value));
}

std::string ExclusiveOr(std::string_view a, std::string_view b) {
  std::string mixed(a);
  for (std::size_t i = 0; i < mixed.size(); ++i) mixed[i] = static_cast<char>(mixed[i] ^ b[i]);
  return mixed;
}

// A mask and the proof under it, in hexadecimal. Anything else gives an empty string.
std::string Unmasked(std::string_view token) {
  if (token.size() != 4 * kProofBytes) return {};
  const auto bytes = HexDecode(token);
  if (!bytes) return {};
  const std::string_view both = *bytes;
  return ExclusiveOr(both.substr(0, kProofBytes), both.substr(kProofBytes));
}

std::string_view CookieOf(const Request& request) {
  const std::string_view session = request.cookies.Get(CookieName(kSessionCookie, request.tls));
  if (!session.empty()) return session;
  return request.cookies.Get(CookieName(kVisitCookie, request.tls));
}

}  // namespace

void PrepareFormToken(Context& context) {
  Random& random = context.services.random;
  std::string cookie{CookieOf(context.request)};
  if (cookie.empty()) {
    cookie = random.Token();
    context.cookies_to_set.push_back({std::string(kVisitCookie), cookie});
  }
  const std::string mask = random.Bytes(kProofBytes);
  context.csrf_token = HexEncode(mask + ExclusiveOr(Proof(context.services.secret, cookie), mask));
}

void CheckFormToken(const Context& context) {
  const Params& form = context.request.form;
  const std::string_view cookie = CookieOf(context.request);
  const bool good =
      !cookie.empty() && form.Count("csrf") == 1 &&
      ConstantTimeEqual(Unmasked(form.Get("csrf")), Proof(context.services.secret, cookie));
  if (!good) throw HttpError(403, "the form token is missing or another browser's");
}

}  // namespace permit
