// What a student typed to find a case, read from the query of an address.
#pragma once

#include <cstdint>
#include <string>

#include "fcgi/http/params.h"
#include "handlers/rules/field_error.h"
#include "sql/case_search_store.h"

namespace permit {

struct SearchQuery {
  sql::CaseFilter filter;  // void with errors
  FieldErrors errors;      // of the fields group receipt service stage from to
  std::int64_t page = 1;
};

SearchQuery ReadSearch(const Params& query);

// The query again, for another page of the list (`page` > 0) or for the filled-in form (0).
std::string WriteSearch(const Params& query, std::int64_t page);

}  // namespace permit
