// One POST to another server over HTTP or HTTPS, with an end in time.
#pragma once

#include <chrono>
#include <string>
#include <tl/expected.hpp>

namespace permit::payment {

struct HttpReply {
  long status = 0;
  std::string body;  // at most 64 KiB; a longer one counts as no reply
};

enum class HttpFailure {
  kBroken,   // not reachable, cut off, or a redirect to another protocol
  kTooSlow,  // no whole reply in time
};

// The reason of a failure is logged.
tl::expected<HttpReply, HttpFailure> PostForm(const std::string& url, const std::string& body,
                                              std::chrono::milliseconds patience);

}  // namespace permit::payment
