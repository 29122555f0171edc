// The headers that every response carries.
//
// No inline script or style is allowed anywhere; pages are never kept by a cache, since they are
// one person's. What everybody may know says so itself.
#pragma once

#include <string>
#include <string_view>

#include "fcgi/http/response.h"

namespace permit {

// `form_target` is one further origin that the page's forms may post to (a payment gateway).
std::string ContentSecurityPolicy(std::string_view form_target = {});

// Whether a shared cache may keep the response: it is the same for everybody and sets no cookie.
bool MayBeShared(const Response& response);

// Adds what the handler has not set itself.
void AddSecurityHeaders(Response& response, bool tls);

}  // namespace permit
