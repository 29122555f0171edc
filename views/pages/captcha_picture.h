// The picture of a verification code: letters on uneven ground, as a PNG.
#pragma once

#include <string>
#include <string_view>

namespace permit::views {

// `seed` (any bytes, at least 16) decides how the letters stand, so that one code is always drawn
// alike. Twice the size at which pages show it, 180 × 60.
std::string DrawCaptcha(std::string_view letters, std::string_view seed);

}  // namespace permit::views
