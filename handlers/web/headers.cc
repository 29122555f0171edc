#include "handlers/web/headers.h"

#include <algorithm>

namespace permit {
namespace {

void AddUnlessSet(Response& response, std::string_view name, std::string_view value) {
  bool set = std::any_of(response.headers.begin(), response.headers.end(),
                         [&](const auto& header) { return header.first == name; });
  if (!set) response.Header(std::string(name), std::string(value));
}

}  // namespace

std::string ContentSecurityPolicy(std::string_view form_target) {
  std::string policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
      "font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
      "form-action 'self'";
  if (!form_target.empty()) {
    policy += ' ';
    policy += form_target;
  }
  return policy;
}

bool MayBeShared(const Response& response) {
  return std::any_of(response.headers.begin(), response.headers.end(), [](const auto& header) {
    return header.first == "Cache-Control" && header.second.starts_with("public");
  });
}

void AddSecurityHeaders(Response& response, bool tls) {
  AddUnlessSet(response, "Content-Security-Policy", ContentSecurityPolicy());
  AddUnlessSet(response, "X-Content-Type-Options", "nosniff");
  AddUnlessSet(response, "X-Frame-Options", "DENY");
  AddUnlessSet(response, "Referrer-Policy", "same-origin");
  AddUnlessSet(response, "Cross-Origin-Opener-Policy", "same-origin");
  AddUnlessSet(response, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  AddUnlessSet(response, "Cache-Control", "no-store");
  if (tls) {
    AddUnlessSet(response, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  }
}

}  // namespace permit
