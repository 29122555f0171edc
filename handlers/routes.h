// The site map: one row a route.
//
// A path is matched segment by segment; `{name}` takes one non-empty segment. A route that is not
// in the table is 404, one with another method 405.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "handlers/context.h"
#include "handlers/filters/form.h"

namespace permit {

enum class Access {
  kPublic,           // anybody, and nobody is asked who it is
  kOpen,             // anybody; to a logged-in account the page shows its menu and the logout
  kStudent,          // a logged-in account; others go to the login page, and an account that must
                     // change its password first goes there
  kStudentRenewing,  // a logged-in account, also one that must change its password first
  kGateway,          // a server that proves itself in the body; no session, no form token
};

struct Route {
  Method method;
  std::string_view path;
  Handler handler;
  Access access;
  std::size_t body_limit;        // bytes; 0 for GET
  FormShapeOf fields = nullptr;  // of a POST; none: but csrf and act. A gateway's are its own
  Handler keep = nullptr;        // of a POST after the session's end by idleness; none: refused
};

std::span<const Route> Routes();

}  // namespace permit
