#include "handlers/account/registered_mailbox.h"

#include "fcgi/base/crypto.h"
#include "handlers/rules/text.h"

namespace permit {
namespace {

constexpr std::string_view kCookie = "registered";
constexpr long kSeconds = 3600;
constexpr std::size_t kMaxMailbox = 254;

}  // namespace

void RememberRegisteredMailbox(Context& context, const std::string& mailbox) {
  context.cookies_to_set.push_back({std::string(kCookie), HexEncode(mailbox), kSeconds});
}

std::string RegisteredMailbox(const Context& context) {
  const Request& request = context.request;
  const auto mailbox = HexDecode(request.cookies.Get(CookieName(kCookie, request.tls)));
  if (!mailbox || CheckText(*mailbox, kMaxMailbox)) return {};
  return *mailbox;
}

}  // namespace permit
