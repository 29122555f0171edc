#include "fcgi/http/router.h"

#include <algorithm>
#include <string>

namespace permit {
namespace {

std::string_view TakeSegment(std::string_view& path) {
  std::string_view segment = path.substr(0, path.find('/'));
  path.remove_prefix(std::min(path.size(), segment.size() + 1));
  return segment;
}

bool IsSlot(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

}  // namespace

bool MatchPath(std::string_view pattern, std::string_view path, Params& values) {
  // Counting first keeps "/a" and "/a/" apart and spares most rows the rest.
  if (std::count(pattern.begin(), pattern.end(), '/') !=
      std::count(path.begin(), path.end(), '/')) {
    return false;
  }
  while (!pattern.empty() || !path.empty()) {
    std::string_view expected = TakeSegment(pattern);
    std::string_view segment = TakeSegment(path);
    if (!IsSlot(expected)) {
      if (expected != segment) return false;
    } else {
      if (segment.empty()) return false;
      values.Add(std::string(expected.substr(1, expected.size() - 2)), std::string(segment));
    }
  }
  return true;
}

}  // namespace permit
