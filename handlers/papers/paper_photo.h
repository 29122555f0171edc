// A stored photo made ready for a paper.
#pragma once

#include <string>

#include "views/pdf/photo.h"

namespace permit {

// What `MakePhoto` stored: kept as it is when it is small, else drawn anew at 300 dpi of 35 × 45
// mm, so that a paper stays light. Anything else than a JPEG that can be read is a
// views::PaperError.
views::Photo PaperPhoto(const std::string& stored);

}  // namespace permit
