// One answer: status, headers, body.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace permit {

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  static Response Html(std::string body, int status = 200);
  static Response Text(std::string body, int status = 200);
  // 303 and 301; `location` is a path of this site, else std::invalid_argument.
  static Response SeeOther(std::string_view location);
  static Response MovedPermanently(std::string_view location);
  // A file to keep or open; `file_name` may hold any characters (RFC 6266 both forms).
  static Response File(std::string body, std::string_view content_type, std::string_view file_name,
                       bool inline_view);

  Response& Header(std::string name, std::string value);  // throws on control characters
};

// Attributes beyond the value are fixed: Path=/, HttpOnly, SameSite=Lax, Secure and the __Host-
// prefix under TLS. A max_age of zero removes the cookie, a negative one makes a session cookie.
struct Cookie {
  std::string name;  // without prefix
  std::string value;
  long max_age_seconds = -1;
};
std::string SetCookieHeader(const Cookie& cookie, bool tls);
std::string CookieName(std::string_view name, bool tls);

}  // namespace permit
