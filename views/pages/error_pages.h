// The page of a request that was refused or could not be served: a short message and the request's
// number, never a detail.
#pragma once

#include <string>

#include "views/page.h"

namespace permit::views {

struct ErrorPage {
  int status = 500;
  std::string request_id;
};

std::string RenderError(const Renderer& renderer, const PageFrame& frame, const ErrorPage& data);

}  // namespace permit::views
