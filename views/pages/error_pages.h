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

// Over a form that is shown again because it could not be taken: 403, of a page opened before
// another window; 413, too large; 415, no form.
Notice FormFaultNotice(const Renderer& renderer, Language language, int status);

}  // namespace permit::views
