// A document for a slot, opened the way its reader will open it.
#pragma once

#include <optional>
#include <string_view>

#include "handlers/rules/field_error.h"

namespace permit {

// Beyond the rules' CheckDocument: a picture is decoded to its end, a PDF is read by qpdf.
std::optional<Problem> OpenDocument(std::string_view bytes);

}  // namespace permit
