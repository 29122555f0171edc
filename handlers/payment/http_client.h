// One POST to another server over HTTP or HTTPS, with an end in time.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace permit::payment {

struct HttpAnswer {
  long status = 0;
  std::string body;  // at most 64 KiB; a longer one counts as no answer
};

// nullopt when no whole answer came in time: not reachable, too slow, broken, or a redirect to
// another protocol. The reason is logged.
std::optional<HttpAnswer> PostForm(const std::string& url, const std::string& body,
                                   std::chrono::milliseconds patience);

}  // namespace permit::payment
