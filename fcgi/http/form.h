// Forms and queries in the order they came: application/x-www-form-urlencoded.
#pragma once

#include <string>
#include <string_view>

#include "fcgi/http/params.h"

namespace permit {

// Adds `name=value&…` to `into`. Throws HttpError 400 for malformed percent-encoding, an empty
// name, text that is not UTF-8, a control character in a name or NUL in a value; 413 for more or
// longer fields than limits.h allows.
void ParseUrlEncoded(std::string_view text, Params& into);

// The checks of one field, for every way a form can come.
void AddField(std::string name, std::string value, Params& into);

}  // namespace permit
