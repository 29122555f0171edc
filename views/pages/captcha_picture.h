// The picture of a verification code, as a PNG: letters of several faces that overlap and bend,
// with lines and pieces of lines as wide as their strokes across them, all in one colour, so that
// no threshold parts the letters from the rest.
#pragma once

#include <string>
#include <string_view>

namespace permit::views {

// `seed` (any bytes, at least 16) decides how the letters stand, so that one code is always drawn
// alike. Twice the size at which pages show it, 180 × 60.
std::string DrawCaptcha(std::string_view letters, std::string_view seed);

}  // namespace permit::views
