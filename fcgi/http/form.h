// Forms and queries in the order they came: application/x-www-form-urlencoded. A form is what this
// site's pages send, so it is read strictly; a query may have been added to by anybody who passed
// the address on, so it is read leniently.
#pragma once

#include <string>
#include <string_view>

#include "fcgi/http/params.h"

namespace permit {

// Adds `name=value&…` to `into`. Throws HttpError 400 for malformed percent-encoding, an empty
// name, text that is not UTF-8, a control character in a name or NUL in a value; 413 for more or
// longer fields than limits.h allows.
void ParseUrlEncoded(std::string_view text, Params& into);

// Adds `name=value&…` to `into`; never fails. A '%' that encodes nothing stands for itself; a pair
// that ParseUrlEncoded would refuse, or one over the limit of fields, is left out.
void ParseQuery(std::string_view text, Params& into);

// "?name=value&…" as ParseQuery reads it; empty without entries.
std::string QueryText(const Params& query);

// The checks of one field, for every way a form can come.
void AddField(std::string name, std::string value, Params& into);

}  // namespace permit
