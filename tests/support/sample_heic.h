// HEIC pictures as phones store them, made on the spot by libheif.
#pragma once

#include <string>

#include "tests/support/sample_files.h"

namespace permit::test {

// The picture that is painted is the upright one; it is stored as a camera of that Exif orientation
// (1 to 8) stores it, and the file says how to turn it.
std::string PaintHeic(unsigned width, unsigned height, const ColourAt& colour, int orientation = 1);

}  // namespace permit::test
