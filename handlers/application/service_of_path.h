// The service that an address names.
#pragma once

#include "handlers/rules/case_state.h"
#include "handlers/web/context.h"

namespace permit {

// Throws HttpError 404 when there is no such service.
inline Service ServiceOfPath(const Context& context) {
  auto service = ServiceFromCode(context.PathValue("service"));
  if (!service) throw HttpError(404, "there is no such service");
  return *service;
}

}  // namespace permit
