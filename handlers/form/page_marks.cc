#include "handlers/form/page_marks.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace permit {
namespace {

constexpr int kAround = 20;  // pixels whose mean a pixel is compared with, to each side
constexpr int kLeastStep = 8;

std::size_t IndexOf(const Ink& ink, int x, int y) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(ink.width) +
         static_cast<std::size_t>(x);
}

// Takes away a spot from `left` and says what it was.
Mark TakeMark(Ink& left, int x, int y, std::vector<std::pair<int, int>>& ahead) {
  Mark mark{{x, y, x + 1, y + 1}, 0};
  ahead.assign(1, {x, y});
  left.is_ink[IndexOf(left, x, y)] = 0;
  while (!ahead.empty()) {
    const auto [at_x, at_y] = ahead.back();
    ahead.pop_back();
    ++mark.pixels;
    mark.box = {std::min(mark.box.left, at_x), std::min(mark.box.top, at_y),
                std::max(mark.box.right, at_x + 1), std::max(mark.box.bottom, at_y + 1)};
    for (int next_y = std::max(at_y - 1, 0); next_y < std::min(at_y + 2, left.height); ++next_y) {
      for (int next_x = std::max(at_x - 1, 0); next_x < std::min(at_x + 2, left.width); ++next_x) {
        unsigned char& is_ink = left.is_ink[IndexOf(left, next_x, next_y)];
        if (is_ink == 0) continue;
        is_ink = 0;
        ahead.emplace_back(next_x, next_y);
      }
    }
  }
  return mark;
}

}  // namespace

Ink FindInk(const GreyPicture& page, const Means& means, double least_contrast) {
  Ink ink{page.width, page.height, std::vector<unsigned char>(page.pixels.size())};
  for (int y = 0; y < page.height; ++y) {
    for (int x = 0; x < page.width; ++x) {
      const int around = means.Of({x - kAround, y - kAround, x + kAround + 1, y + kAround + 1});
      const int step = std::max(static_cast<int>(around * least_contrast), kLeastStep);
      ink.is_ink[page.Index(x, y)] = page.At(x, y) < around - step ? 1 : 0;
    }
  }
  return ink;
}

std::vector<Mark> FindMarks(const Ink& ink) {
  std::vector<Mark> marks;
  std::vector<std::pair<int, int>> ahead;
  Ink left = ink;
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width; ++x) {
      if (left.At(x, y)) marks.push_back(TakeMark(left, x, y, ahead));
    }
  }
  return marks;
}

bool IsLetter(const Mark& mark) {
  const int longer = std::max(mark.box.width(), mark.box.height());
  const int shorter = std::min(mark.box.width(), mark.box.height());
  const double filled = static_cast<double>(mark.pixels) / (mark.box.width() * mark.box.height());
  return longer >= 8 && longer <= 100 && shorter >= 4 && longer <= shorter * 5 && filled > 0.12 &&
         filled < 0.85;
}

MarkShape ShapeOf(const Ink& ink, const Mark& mark) {
  MarkShape shape{};
  const int side = std::max(mark.box.width(), mark.box.height());
  const int from_x = mark.box.left - (side - mark.box.width()) / 2;
  const int from_y = mark.box.top - (side - mark.box.height()) / 2;
  const auto place = [&](int at) { return at * kShapeSide / side; };
  std::array<int, kShapeSide> pixels{};  // of the mark, in a row or column of the square
  for (int at = 0; at < side; ++at) ++pixels[static_cast<std::size_t>(place(at))];
  for (int y = mark.box.top; y < mark.box.bottom; ++y) {
    const auto row = static_cast<std::size_t>(place(y - from_y));
    for (int x = mark.box.left; x < mark.box.right; ++x) {
      if (!ink.At(x, y)) continue;
      const auto column = static_cast<std::size_t>(place(x - from_x));
      shape[row * kShapeSide + column] += 1.0F / static_cast<float>(pixels[row] * pixels[column]);
    }
  }
  return shape;
}

}  // namespace permit
