// Which browser on which platform sends a request, as people call them: a plain reading of the
// User-Agent header.
//
// What the header says is the client's word. It is shown to the owner of a session to tell devices
// apart, and nothing is decided by it.
#pragma once

#include <string_view>

namespace permit {

struct BrowserName {
  std::string_view browser;   // "Chrome"; empty: not known
  std::string_view platform;  // "Android"; empty: not known

  bool operator==(const BrowserName&) const = default;
};

BrowserName ReadBrowserName(std::string_view user_agent);

}  // namespace permit
