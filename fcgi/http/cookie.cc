#include "fcgi/http/cookie.h"

#include <algorithm>
#include <stdexcept>

#include "fcgi/http/limits.h"
#include "fcgi/http/response.h"
#include "fcgi/http/text.h"

namespace permit {
namespace {

// RFC 6265's cookie-octet.
bool IsCookieValue(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](unsigned char c) {
    return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
  });
}

}  // namespace

Params ParseCookies(std::string_view header) {
  Params cookies;
  while (!header.empty() && cookies.entries().size() < limits::kCookies) {
    std::string_view pair = header.substr(0, header.find(';'));
    header.remove_prefix(std::min(header.size(), pair.size() + 1));
    std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    std::string_view name = TrimBlanks(pair.substr(0, equals));
    std::string_view value = TrimBlanks(pair.substr(equals + 1));
    if (IsToken(name) && IsCookieValue(value)) cookies.Add(std::string(name), std::string(value));
  }
  return cookies;
}

std::string CookieName(std::string_view name, bool tls) {
  return std::string(tls ? "__Host-" : "").append(name);
}

std::string SetCookieHeader(const Cookie& cookie, bool tls) {
  if (!IsToken(cookie.name) || !IsCookieValue(cookie.value)) {
    throw std::invalid_argument("a cookie's name or value holds a character it may not");
  }
  std::string header = CookieName(cookie.name, tls) + '=' + cookie.value + "; Path=/";
  if (cookie.max_age_seconds >= 0) header += "; Max-Age=" + std::to_string(cookie.max_age_seconds);
  header += "; HttpOnly; SameSite=Lax";
  if (tls) header += "; Secure";
  return header;
}

}  // namespace permit
