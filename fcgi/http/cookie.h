// What a browser sends in its Cookie header.
#pragma once

#include <string_view>

#include "fcgi/http/params.h"

namespace permit {

// Never fails: other sites of the same domain may have set anything, so a pair that is malformed,
// or one too many, is left out.
Params ParseCookies(std::string_view header);

}  // namespace permit
