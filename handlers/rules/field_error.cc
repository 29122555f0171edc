#include "handlers/rules/field_error.h"

#include <algorithm>

namespace permit {

const FieldError* FindError(const FieldErrors& errors, std::string_view field) {
  auto found = std::find_if(errors.begin(), errors.end(),
                            [&](const FieldError& error) { return error.field == field; });
  return found == errors.end() ? nullptr : &*found;
}

}  // namespace permit
