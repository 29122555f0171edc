#include "handlers/form/picture_reduction.h"

#include <algorithm>
#include <cmath>

namespace permit {
namespace {

constexpr double kLongestEdgeToRead = 1600;
constexpr int kBestQuality = 90;

// A pixel of a page with text takes more at these qualities; only the last step goes below.
constexpr double kLeastBytes = 0.04;

// From many pixels to few; below the quality fewer pixels are better to read.
struct Step {
  double pixels;
  int least_quality;
};
constexpr Step kSteps[] = {{4.0e6, 75}, {3.0e6, 65}, {2.4e6, 50}, {1.92e6, 25}};

Extent ShrunkTo(double pixels, Extent from) {
  const double width = from.width;
  const double height = from.height;
  const double edge_share = kLongestEdgeToRead / std::max(width, height);
  const double share = std::max(std::sqrt(pixels / (width * height)), edge_share);
  if (share >= 1) return from;
  const auto part = [&](double side) {
    return static_cast<unsigned>(std::max(1.0, std::ceil(side * share)));
  };
  return {part(width), part(height)};
}

}  // namespace

Extent LargestToRead(Extent from) { return ShrunkTo(kSteps[0].pixels, from); }

std::optional<std::string> ReduceToJpeg(const Picture& picture, std::size_t limit) {
  const Extent whole = {picture.width, picture.height};
  const auto pixels = [](Extent extent) { return double{1} * extent.width * extent.height; };
  for (const Step& step : kSteps) {
    const Extent to = ShrunkTo(step.pixels, whole);
    const bool last = &step == std::end(kSteps) - 1;
    const bool in_vain = static_cast<double>(limit) < kLeastBytes * pixels(to);
    // The next of the same extent allows more.
    if (!last && (in_vain || ShrunkTo((&step + 1)->pixels, whole) == to)) continue;
    auto encoded = to == whole
                       ? EncodeJpegBelow(picture, limit, step.least_quality, kBestQuality)
                       : EncodeJpegBelow(Shrink(picture, {0, 0, whole.width, whole.height}, to),
                                         limit, step.least_quality, kBestQuality);
    if (encoded) return encoded;
  }
  return std::nullopt;
}

}  // namespace permit
