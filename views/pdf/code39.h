// Code 39 symbols as the convenience stores' readers want them: narrow bar 0.33 mm, wide to narrow
// 2.5, no mod-43 check character, start and stop added (ISO/IEC 16388).
#pragma once

#include <cstddef>
#include <string_view>

#include "views/pdf/canvas.h"

namespace permit::views {

inline constexpr double kCode39NarrowBar = 0.33;
inline constexpr double kCode39QuietZone = 10 * kCode39NarrowBar;  // to keep free at either side

double Code39Width(std::size_t characters);  // millimetres, without quiet zones

// Draws the bars and returns their box. The text may hold A-Z, 0-9, space and - . $ / + %; anything
// else throws UnknownCharacter.
Box DrawCode39(Canvas& canvas, double x, double y, double height, std::string_view text);

}  // namespace permit::views
