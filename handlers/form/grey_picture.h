// A picture's brightness, for what looks at pictures: 0 is black, 255 is white.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "handlers/form/picture.h"

namespace permit {

struct GreyPicture {
  int width = 0;
  int height = 0;
  std::vector<unsigned char> pixels;  // row by row

  std::size_t Index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
           static_cast<std::size_t>(x);
  }
  int At(int x, int y) const { return pixels[Index(x, y)]; }
};
GreyPicture Grey(const Picture& picture);

// A part of a picture; `right` and `bottom` lie outside of it.
struct Box {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  int width() const { return right - left; }
  int height() const { return bottom - top; }
};
Box Clip(Box box, const GreyPicture& picture);

// Means over boxes, each in the same short time.
class Means {
 public:
  explicit Means(const GreyPicture& picture);
  // Of the part of the box that lies in the picture, which is not empty.
  int Of(Box box) const;

 private:
  std::size_t Index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_ + 1) +
           static_cast<std::size_t>(x);
  }
  int width_;
  int height_;
  std::vector<std::uint32_t> sums_;  // of all above and to the left
};

// How many of the values, 0 to 255, lie below: the value at that part of their order, 0 to 1.
class Levels {
 public:
  void Take(int value) {
    ++counts_[static_cast<std::size_t>(value)];
    ++taken_;
  }
  std::size_t taken() const { return taken_; }
  int At(double part) const;

 private:
  std::vector<std::size_t> counts_ = std::vector<std::size_t>(256);
  std::size_t taken_ = 0;
};

}  // namespace permit
