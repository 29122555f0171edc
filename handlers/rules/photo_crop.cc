#include "handlers/rules/photo_crop.h"

#include <algorithm>
#include <cstdint>

#include "handlers/rules/required_documents.h"

namespace permit {
namespace {

constexpr int kWhole = 1000;

unsigned LargestWidth(unsigned width, unsigned height) {
  const std::uint64_t by_height = std::uint64_t{height} * kPhotoMinWidth / kPhotoMinHeight;
  return static_cast<unsigned>(std::min<std::uint64_t>(width, by_height));
}

unsigned Share(unsigned of, int thousandths) {
  return static_cast<unsigned>((std::uint64_t{of} * static_cast<unsigned>(thousandths) + 500) /
                               kWhole);
}

}  // namespace

CropFrame FrameOf(unsigned width, unsigned height, const PhotoCrop& crop) {
  const unsigned largest = LargestWidth(width, height);
  CropFrame frame;
  frame.width = std::max(Share(largest, crop.size), kPhotoMinWidth);
  frame.height = (frame.width * kPhotoMinHeight + kPhotoMinWidth / 2) / kPhotoMinWidth;
  frame.height = std::min(frame.height, height);
  frame.left = Share(width - frame.width, crop.x);
  frame.top = Share(height - frame.height, crop.y);
  return frame;
}

int LeastCropSize(unsigned width, unsigned height) {
  const unsigned largest = LargestWidth(width, height);
  return static_cast<int>((std::uint64_t{kPhotoMinWidth} * kWhole + largest - 1) / largest);
}

std::optional<int> ParseCropNumber(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int number = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number <= kWhole ? std::optional(number) : std::nullopt;
}

}  // namespace permit
