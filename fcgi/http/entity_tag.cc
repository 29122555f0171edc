#include "fcgi/http/entity_tag.h"

#include "fcgi/http/text.h"

namespace permit {

bool MatchesTag(std::string_view if_none_match, std::string_view tag) {
  if (TrimBlanks(if_none_match) == "*") return true;
  while (!if_none_match.empty()) {
    const std::size_t comma = if_none_match.find(',');
    std::string_view one = TrimBlanks(if_none_match.substr(0, comma));
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == tag) return true;
    if (comma == std::string_view::npos) break;
    if_none_match.remove_prefix(comma + 1);
  }
  return false;
}

}  // namespace permit
