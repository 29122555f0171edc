// Whether a client holds the present state of a resource already (RFC 9110, section 13.1.2).
#pragma once

#include <string_view>

namespace permit {

// `if_none_match` is the header's value: tags divided by commas, or "*". `tag` is the resource's,
// with its quotes and without commas within. Compared weakly; a malformed list matches nothing.
bool MatchesTag(std::string_view if_none_match, std::string_view tag);

}  // namespace permit
