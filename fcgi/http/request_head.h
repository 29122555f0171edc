// The head of a request from the parameters that nginx passes (RFC 3875 names).
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "fcgi/http/request.h"

namespace permit {

// The value of a parameter, null when it was not sent.
using ParamLookup = std::function<const char*(const char* name)>;

// Uses REQUEST_METHOD, REQUEST_URI, HTTP_COOKIE, HTTP_ACCEPT_LANGUAGE, HTTP_USER_AGENT,
// HTTP_SEC_FETCH_SITE, REMOTE_ADDR, REQUEST_ID and HTTPS. Never throws for what a client sent: that
// becomes Request::fault.
Request ReadHead(const ParamLookup& param);

// HEAD is the one method that Request does not tell from another.
bool IsHead(const ParamLookup& param);

// CONTENT_LENGTH: digits alone, empty means none. Throws HttpError 400, or 413 over the limit.
std::size_t ReadContentLength(std::string_view text, std::size_t limit);

// The body of a request that has none.
class EmptyBody final : public BodySource {
 public:
  std::string_view content_type() const override { return {}; }
  std::string Read(std::size_t) override { return {}; }
};

}  // namespace permit
