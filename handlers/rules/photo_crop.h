// Which part of a picture becomes the applicant's photo: a frame of 413 to 531.
//
// A crop is three numbers of 0 to 1000, so that every crop is one of every picture: how large the
// frame is, of the largest that fits, and which share of the room left over lies before it. The
// page's sliders, its script and the server read them alike.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace permit {

struct PhotoCrop {
  int size = 1000;
  int x = 500;  // 0 keeps to the left edge, 1000 to the right
  int y = 500;

  bool operator==(const PhotoCrop&) const = default;
};

struct CropFrame {  // pixels of the upright picture
  unsigned left = 0;
  unsigned top = 0;
  unsigned width = 0;
  unsigned height = 0;
};

// Not below 413 × 531: a smaller size counts as the least. The picture holds that many.
CropFrame FrameOf(unsigned width, unsigned height, const PhotoCrop& crop);
int LeastCropSize(unsigned width, unsigned height);

// nullopt: not a number of 0 to 1000.
std::optional<int> ParseCropNumber(std::string_view text);

}  // namespace permit
