// The marks on a page: connected spots of ink of the size of letters, parts of letters and
// characters.
#pragma once

#include <array>
#include <vector>

#include "handlers/form/grey_picture.h"

namespace permit {

// Which pixels are darker than the paper around them.
struct Ink {
  int width = 0;
  int height = 0;
  std::vector<unsigned char> is_ink;  // 0 or 1, row by row

  bool At(int x, int y) const {
    return is_ink[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)] != 0;
  }
};
// `least_contrast`: how much darker ink is than its surroundings, a part of these.
Ink FindInk(const GreyPicture& page, const Means& means, double least_contrast);

struct Mark {
  Box box;
  int pixels = 0;
};
// Spots of any size, each of pixels that touch.
std::vector<Mark> FindMarks(const Ink& ink);

// Whether it may be a letter or a part of a character.
bool IsLetter(const Mark& mark);

// A mark drawn into a small square, for what tells marks apart: how much of each part is ink, 0 to
// 1, row by row, the longer side of the mark as long as the square's.
inline constexpr int kShapeSide = 12;
using MarkShape = std::array<float, kShapeSide * kShapeSide>;
MarkShape ShapeOf(const Ink& ink, const Mark& mark);

}  // namespace permit
