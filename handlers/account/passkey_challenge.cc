#include "handlers/account/passkey_challenge.h"

#include "handlers/web/csrf.h"
#include "sql/passkey_store.h"

namespace permit {
namespace {

// Seconds as four bytes, the highest first; random bytes; the signature.
constexpr std::size_t kTimeBytes = 4;
constexpr std::size_t kRandomBytes = 16;
constexpr std::size_t kSignatureBytes = 16;
constexpr std::size_t kSignedBytes = kTimeBytes + kRandomBytes;

// The cookie by which a browser is known here before anybody has logged in; a browser that has none
// yet is being given one.
std::string BrowserOf(const Context& context) {
  const Request& request = context.request;
  for (std::string_view name : {kVisitCookie, kSessionCookie}) {
    const std::string_view cookie = request.cookies.Get(CookieName(name, request.tls));
    if (!cookie.empty()) return std::string(name) + ":" + std::string(cookie);
  }
  for (const Cookie& cookie : context.cookies_to_set) {
    if (cookie.name == kVisitCookie) return cookie.name + ":" + cookie.value;
  }
  return {};
}

std::string Signature(const Context& context, PasskeyCeremony ceremony, std::string_view body) {
  std::string bound_to;
  switch (ceremony) {
    case PasskeyCeremony::kLogin:
      bound_to = "passkey-login:" + BrowserOf(context);
      break;
    case PasskeyCeremony::kRegistration:
      bound_to = "passkey-registration:" + context.visitor.value().session_hash;
      break;
  }
  return HmacSha256(context.services.secret, bound_to + ":" + std::string(body))
      .substr(0, kSignatureBytes);
}

Instant MadeAt(std::string_view challenge) {
  long long seconds = 0;
  for (char byte : challenge.substr(0, kTimeBytes)) {
    seconds = seconds * 256 + static_cast<unsigned char>(byte);
  }
  return Instant(std::chrono::seconds(seconds));
}

}  // namespace

std::string MintPasskeyChallenge(Context& context, PasskeyCeremony ceremony) {
  const auto seconds =
      std::chrono::duration_cast<std::chrono::seconds>(context.now().time_since_epoch()).count();
  std::string body;
  for (int shift = 24; shift >= 0; shift -= 8) body += static_cast<char>((seconds >> shift) & 0xff);
  body += context.services.random.Bytes(kRandomBytes);
  return body + Signature(context, ceremony, body);
}

bool IsPasskeyChallenge(const Context& context, PasskeyCeremony ceremony,
                        const std::string& challenge) {
  if (challenge.size() != kSignedBytes + kSignatureBytes) return false;
  const std::string_view bytes = challenge;
  if (!ConstantTimeEqual(Signature(context, ceremony, bytes.substr(0, kSignedBytes)),
                         bytes.substr(kSignedBytes))) {
    return false;
  }
  const Instant made = MadeAt(bytes);
  return made <= context.now() && context.now() - made <= kPasskeyChallengeLife;
}

bool UsePasskeyChallenge(Context& context, sql::Executor& executor, const std::string& challenge) {
  return sql::ClaimPasskeyChallenge(executor, HexEncode(challenge.substr(kTimeBytes, kRandomBytes)),
                                    context.now(), MadeAt(challenge) + kPasskeyChallengeLife);
}

}  // namespace permit
