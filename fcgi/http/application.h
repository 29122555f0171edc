// What a worker of the pool serves: one request in, one answer out.
//
// An application is made in the worker, after the fork, from what the master loaded before it.
// Handle must not throw; the body is read at most once.
#pragma once

#include "fcgi/http/request.h"
#include "fcgi/http/response.h"

namespace permit {

class Application {
 public:
  virtual ~Application() = default;
  virtual Response Handle(Request head, BodySource& body) = 0;
};

}  // namespace permit
