// What a camera notes in a JPEG beside the picture.
#pragma once

#include <string_view>

namespace permit {

// The Exif segment's orientation, 1 to 8 as the standard counts them: 1 is upright, 3 upside down,
// 6 and 8 lie on a side, the others are mirrored. 0: there is no Exif segment; 1 also when the
// segment does not tell.
int ExifOrientation(std::string_view jpeg);

// From 5 on width and height change places.
constexpr bool LiesOnItsSide(int orientation) { return orientation >= 5; }

}  // namespace permit
