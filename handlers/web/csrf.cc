#include "handlers/web/csrf.h"

#include "handlers/rules/text.h"

namespace permit {
namespace {

constexpr std::size_t kProofBytes = 16;  // of each of the two
constexpr std::size_t kTokenBytes = 2 * 2 * kProofBytes;

std::string Proof(std::string_view secret, const std::string& what) {
  return HmacSha256(secret, what).substr(0, kProofBytes);
}

std::string ExclusiveOr(std::string_view a, std::string_view b) {
  std::string mixed(a);
  for (std::size_t i = 0; i < mixed.size(); ++i) mixed[i] = static_cast<char>(mixed[i] ^ b[i]);
  return mixed;
}

// Both proofs from under their mask. Anything that is no token gives an empty string.
std::string Unmasked(std::string_view token) {
  if (token.size() != 2 * kTokenBytes) return {};
  const auto bytes = HexDecode(token);
  if (!bytes) return {};
  const std::string_view both = *bytes;
  return ExclusiveOr(both.substr(0, kTokenBytes / 2), both.substr(kTokenBytes / 2));
}

// The scheme, host and port of an address, as browsers write them in the header Origin.
std::string OriginOf(std::string_view address) {
  const std::size_t host = address.find("://");
  if (host == std::string_view::npos) return {};
  return LowerAscii(address.substr(0, address.find('/', host + 3)));
}

// What a token is bound to.
struct Binding {
  std::string cookie;  // empty: the browser has none
  std::string owner;
};

Binding BindingOf(const Context& context) {
  const Request& request = context.request;
  const auto cookie = [&](std::string_view name) {
    return std::string(request.cookies.Get(CookieName(name, request.tls)));
  };
  if (std::string visit = cookie(kVisitCookie); !visit.empty()) {
    if (context.visitor) return {visit, std::to_string(context.visitor->account_id)};
    if (context.late_sender) return {visit, std::to_string(*context.late_sender)};
    return {visit, "nobody"};
  }
  return {cookie(kSessionCookie), "session"};
}

// The account's proof, then the browser's.
std::string Proofs(std::string_view secret, const Binding& binding) {
  return Proof(secret, "form-of:" + binding.owner + ":" + binding.cookie) +
         Proof(secret, "form:" + binding.cookie);
}

}  // namespace

void PrepareFormToken(Context& context) {
  Random& random = context.services.random;
  Binding binding = BindingOf(context);
  if (binding.cookie.empty()) {
    binding = {random.Token(), "nobody"};
    context.cookies_to_set.push_back({std::string(kVisitCookie), binding.cookie});
  }
  const std::string mask = random.Bytes(2 * kProofBytes);
  context.csrf_token =
      HexEncode(mask + ExclusiveOr(Proofs(context.services.secret, binding), mask));
}

void CheckFormToken(const Context& context, TokenScope scope) {
  const Binding binding = BindingOf(context);
  const bool readable = !binding.cookie.empty() && HasTokenShape(context.request);
  if (readable) {
    const std::string given = Unmasked(context.request.form.Get("csrf"));
    const std::string own = Proofs(context.services.secret, binding);
    const std::size_t from = scope == TokenScope::kAccount ? 0 : kProofBytes;
    if (ConstantTimeEqual(given.substr(from), own.substr(from))) return;
    if (scope == TokenScope::kBrowser && context.request.fetch_site == "same-origin") return;
  }
  throw HttpError(403, "the form token is missing, another browser's or another account's");
}

void CheckOrigin(const Context& context) {
  const Request& request = context.request;
  if (request.fetch_site == "cross-site") {
    throw HttpError(403, "another site's page sends the form");
  }
  const std::string origin = LowerAscii(request.origin);
  if (origin.empty()) return;
  if (origin == "null" && request.fetch_site == "same-origin") return;
  const std::string asked = (request.tls ? "https://" : "http://") + request.host;
  if (!request.host.empty() && origin == LowerAscii(asked)) return;
  if (origin != "null" && origin == OriginOf(context.services.settings.base_url)) return;
  throw HttpError(403, "a page of another origin sends the form");
}

bool HasTokenShape(const Request& request) {
  return request.form.Count("csrf") == 1 && !Unmasked(request.form.Get("csrf")).empty();
}

}  // namespace permit
