#include "handlers/form/grey_picture.h"

#include <algorithm>

namespace permit {

GreyPicture Grey(const Picture& picture) {
  GreyPicture grey{static_cast<int>(picture.width), static_cast<int>(picture.height), {}};
  grey.pixels.resize(picture.pixels.size() / 3);
  const unsigned char* from = picture.pixels.data();
  for (unsigned char& pixel : grey.pixels) {
    pixel = static_cast<unsigned char>((from[0] * 77 + from[1] * 150 + from[2] * 29) / 256);
    from += 3;
  }
  return grey;
}

Box Clip(Box box, const GreyPicture& picture) {
  return {std::clamp(box.left, 0, picture.width), std::clamp(box.top, 0, picture.height),
          std::clamp(box.right, 0, picture.width), std::clamp(box.bottom, 0, picture.height)};
}

Means::Means(const GreyPicture& picture)
    : width_(picture.width),
      height_(picture.height),
      sums_(static_cast<std::size_t>(width_ + 1) * static_cast<std::size_t>(height_ + 1)) {
  for (int y = 0; y < height_; ++y) {
    std::uint32_t row = 0;
    for (int x = 0; x < width_; ++x) {
      row += static_cast<std::uint32_t>(picture.At(x, y));
      sums_[Index(x + 1, y + 1)] = sums_[Index(x + 1, y)] + row;
    }
  }
}

int Means::Of(Box box) const {
  const int left = std::max(box.left, 0), right = std::min(box.right, width_);
  const int top = std::max(box.top, 0), bottom = std::min(box.bottom, height_);
  // The sums may have gone round; their difference has not, in a box of less than 16 million
  // pixels.
  const std::uint32_t sum = sums_[Index(right, bottom)] - sums_[Index(left, bottom)] -
                            sums_[Index(right, top)] + sums_[Index(left, top)];
  return static_cast<int>(sum / static_cast<std::uint32_t>((right - left) * (bottom - top)));
}

int Levels::At(double part) const {
  const auto below = static_cast<std::size_t>(part * static_cast<double>(taken_));
  std::size_t seen = 0;
  for (std::size_t value = 0; value < counts_.size(); ++value) {
    seen += counts_[value];
    if (seen > below) return static_cast<int>(value);
  }
  return 255;
}

}  // namespace permit
