// The site map: one row a route.
//
// A path is matched segment by segment; `{name}` takes one non-empty segment. A route that is not
// in the table is 404, one with another method 405.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "fcgi/base/worker_pool.h"
#include "handlers/web/access.h"
#include "handlers/web/context.h"
#include "handlers/web/form.h"

namespace permit {

struct Route {
  Method method;
  std::string_view path;
  Handler handler;
  Access access;
  std::size_t body_limit;        // bytes; 0 for GET, and for a POST whose body nobody reads
  FormShapeOf fields = nullptr;  // of a POST; none: but csrf and act. A gateway's are its own
  Handler keep = nullptr;        // of a POST after the session's end by idleness; none: refused
  // Shows the form again with what was typed and does nothing: of a stranger's POST with the token
  // of another page, and of one that asks for it (kShowTyped). None: such a stranger is refused.
  Handler again = nullptr;
  // Whose workers answer; nginx/http.conf says the same.
  WorkerPool pool = WorkerPool::kPages;
};

std::span<const Route> Routes();

}  // namespace permit
