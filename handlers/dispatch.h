// The way of every request: limits, session, language, access, csrf, handler, headers.
//
// One dispatcher serves one worker. A request that is refused or that fails becomes a page with a
// short message and the request's id; the reason goes to the log alone.
#pragma once

#include <span>
#include <string>

#include "fcgi/http/application.h"
#include "handlers/routes.h"
#include "handlers/web/context.h"

namespace permit {

class Dispatcher final : public Application {
 public:
  // `services` and `routes` outlive the dispatcher.
  Dispatcher(Services& services, std::span<const Route> routes);

  Response Handle(Request head, BodySource& body) override;

 private:
  Response Serve(Context& context, Request& request, BodySource& body);

  Services& services_;
  std::span<const Route> routes_;
};

}  // namespace permit
