// The Cookie header.
#include "fcgi/http/cookie.h"

#include "fcgi/http/response.h"
#include "tests/fuzz/property.h"

namespace permit::fuzz {

void Try(std::string_view input) {
  const Params cookies = ParseCookies(input);
  Require(cookies.entries().size() <= limits::kCookies, "no more cookies than allowed");
  std::string header;
  for (const auto& [name, value] : cookies.entries()) {
    Require(IsToken(name), "a name is a token");
    Require(!HasControl(value) && value.find_first_of("\" ,;\\") == std::string::npos,
            "a value is of cookie octets");
    if (!header.empty()) header += "; ";
    header += name + '=' + value;
    const Params set = ParseCookies(SetCookieHeader({name, value}, false));
    Require(set.entries().front() == std::pair(name, value), "what is set comes back");
  }
  Require(ParseCookies(header).entries() == cookies.entries(), "a header reads back");
}

}  // namespace permit::fuzz
