#include "handlers/form/picture.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "handlers/rules/exif.h"

namespace permit {
namespace {

// A pixel's weight is split between two at most, in these parts.
constexpr std::uint64_t kParts = 4096;

// Where the pixel of an upright picture lies in the stored one.
struct Place {
  unsigned x;
  unsigned y;
};
Place StoredPlace(const Picture& stored, int orientation, unsigned x, unsigned y) {
  unsigned right = stored.width - 1;
  unsigned bottom = stored.height - 1;
  switch (orientation) {
    case 2:
      return {right - x, y};
    case 3:
      return {right - x, bottom - y};
    case 4:
      return {x, bottom - y};
    case 5:
      return {y, x};
    case 6:
      return {y, bottom - x};
    case 7:
      return {right - y, bottom - x};
    case 8:
      return {right - y, x};
    default:
      return {x, y};
  }
}

}  // namespace

Shrinker::Shrinker(Extent from, Extent to)
    : from_(from), columns_(Shares(from.width, to.width)), rows_(Shares(from.height, to.height)) {
  made_.width = to.width;
  made_.height = to.height;
  made_.pixels.resize(std::size_t{to.width} * to.height * 3);
  squeezed_.resize(std::size_t{to.width} * 3);
  present_.resize(squeezed_.size());
  next_.resize(squeezed_.size());
}

std::vector<Shrinker::Share> Shrinker::Shares(unsigned from, unsigned to) {
  std::vector<Share> shares(from);
  for (unsigned i = 0; i < from; ++i) {
    const std::uint64_t begins = std::uint64_t{i} * to;
    const std::uint64_t ends = begins + to;
    const std::uint64_t border = (begins / from + 1) * from;
    const std::uint64_t before = std::min(ends, border) - begins;
    shares[i].first = static_cast<unsigned>(begins / from);
    shares[i].to_first = static_cast<unsigned>(before * kParts / to);
    shares[i].to_second = static_cast<unsigned>(kParts - shares[i].to_first);
    if (shares[i].first + 1 >= to) shares[i].to_second = 0;
  }
  return shares;
}

void Shrinker::Take(const unsigned char* row) {
  std::fill(squeezed_.begin(), squeezed_.end(), 0);
  for (unsigned x = 0; x < from_.width; ++x, row += 3) {
    const Share& share = columns_[x];
    unsigned long* to = &squeezed_[std::size_t{share.first} * 3];
    for (int c = 0; c < 3; ++c) to[c] += row[c] * share.to_first;
    if (share.to_second == 0) continue;
    for (int c = 0; c < 3; ++c) to[3 + c] += row[c] * share.to_second;
  }
  const Share& share = rows_[taken_];
  for (std::size_t i = 0; i < squeezed_.size(); ++i) {
    present_[i] += squeezed_[i] * share.to_first;
    next_[i] += squeezed_[i] * share.to_second;
  }
  ++taken_;
  if (taken_ == from_.height || rows_[taken_].first != share.first) Finish(share.first);
}

void Shrinker::Finish(unsigned y) {
  // Every new pixel gathers from/to old ones of kParts a side.
  const std::uint64_t across = kParts * from_.width / made_.width;
  const std::uint64_t down = kParts * from_.height / made_.height;
  const std::uint64_t whole = across * down;
  unsigned char* to = &made_.pixels[std::size_t{y} * made_.width * 3];
  for (std::size_t i = 0; i < present_.size(); ++i) {
    to[i] = static_cast<unsigned char>(
        std::min<std::uint64_t>(255, (std::uint64_t{present_[i]} + whole / 2) / whole));
  }
  std::swap(present_, next_);
  std::fill(next_.begin(), next_.end(), 0);
}

Picture Shrinker::Give() && { return std::move(made_); }

Picture Shrink(const Picture& picture, const CropFrame& part, Extent to) {
  Shrinker shrinker({part.width, part.height}, to);
  for (unsigned y = 0; y < part.height; ++y) {
    shrinker.Take(picture.Row(part.top + y) + std::size_t{part.left} * 3);
  }
  return std::move(shrinker).Give();
}

Picture Upright(Picture stored, int orientation) {
  if (orientation <= 1) return stored;
  Picture upright;
  const bool turned = LiesOnItsSide(orientation);
  upright.width = turned ? stored.height : stored.width;
  upright.height = turned ? stored.width : stored.height;
  upright.pixels.resize(stored.pixels.size());
  unsigned char* to = upright.pixels.data();
  for (unsigned y = 0; y < upright.height; ++y) {
    for (unsigned x = 0; x < upright.width; ++x, to += 3) {
      const Place place = StoredPlace(stored, orientation, x, y);
      std::memcpy(to, stored.Row(place.y) + std::size_t{place.x} * 3, 3);
    }
  }
  return upright;
}

Extent Covering(Extent from, Extent enough) {
  if (from.width <= enough.width || from.height <= enough.height) return from;
  const auto up = [](std::uint64_t a, std::uint64_t b) {
    return static_cast<unsigned>((a + b - 1) / b);
  };
  Extent by_width = {enough.width, up(std::uint64_t{from.height} * enough.width, from.width)};
  if (by_width.height >= enough.height) return by_width;
  return {up(std::uint64_t{from.width} * enough.height, from.height), enough.height};
}

}  // namespace permit
