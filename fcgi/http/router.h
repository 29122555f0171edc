// Finds the row of a route table that serves a path.
//
// A pattern is matched segment by segment; `{name}` takes one non-empty segment and puts it into
// the path values. The first row that matches wins, so rows with fixed segments stand before rows
// with `{name}` in the same place.
#pragma once

#include <span>
#include <string_view>

#include "fcgi/http/params.h"
#include "fcgi/http/request.h"

namespace permit {

bool MatchPath(std::string_view pattern, std::string_view path, Params& values);

// Row has the members `method` and `path`.
template <class Row>
struct RouteMatch {
  const Row* row = nullptr;
  Params values;
  // Without a row: whether the path exists with another method (405), or not at all (404).
  bool other_method = false;
};

template <class Row>
RouteMatch<Row> FindRoute(std::span<const Row> rows, Method method, std::string_view path) {
  RouteMatch<Row> match;
  for (const Row& row : rows) {
    Params values;
    if (!MatchPath(row.path, path, values)) continue;
    if (row.method == method) {
      match.row = &row;
      match.values = std::move(values);
      return match;
    }
    match.other_method = true;
  }
  return match;
}

}  // namespace permit
