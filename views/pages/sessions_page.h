// The page of the sessions of one's account.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "views/page.h"

namespace permit::views {

class Renderer;

struct SessionLine {
  std::uint64_t id = 0;
  Instant since;
  Instant last_seen;
  std::string address;   // empty: not known
  std::string browser;   // a short name, or empty
  std::string platform;  // the same
  bool is_present = false;
  std::string idempotency_key;  // of the form that ends it
};
struct SessionsPage {
  std::vector<SessionLine> sessions;
  std::string others_key;  // of the form that ends all but the present one
  bool ended = false;      // what the visitor has just ended
};
std::string RenderSessions(const Renderer& renderer, const PageFrame& frame,
                           const SessionsPage& data);

}  // namespace permit::views
