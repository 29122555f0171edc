// A student's photo as it may be stored: upright, and small enough.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "handlers/rules/field_error.h"

namespace permit {

struct Photo {
  std::optional<Problem> problem;
  std::string made;  // new bytes, a JPEG; empty: the photo is stored as it came
};

// A JPEG that is too large, or that carries what a camera writes into it (how it was held, where it
// was taken), is drawn anew: turned upright, made smaller, without that. A PNG is taken as it is.
Photo PreparePhoto(std::string_view bytes);

}  // namespace permit
