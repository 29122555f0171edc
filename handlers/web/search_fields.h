// The fields that searches for cases and papers share, read from the query of an address. An empty
// field asks for nothing; what cannot be read adds its error.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fcgi/http/params.h"
#include "handlers/rules/calendar.h"
#include "handlers/rules/field_error.h"

namespace permit {

struct SearchNumbers {
  std::string group;
  std::string receipt;
};

// The fields `group` and `receipt`.
SearchNumbers ReadSearchNumbers(const Params& query, FieldErrors& errors);

struct SearchDays {
  std::optional<Date> from;
  std::optional<Date> to;
};

// The fields `from` and `to`, the last day not before the first.
SearchDays ReadSearchDays(const Params& query, FieldErrors& errors);

}  // namespace permit
