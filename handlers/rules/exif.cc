#include "handlers/rules/exif.h"

#include <cstdint>

namespace permit {
namespace {

constexpr std::string_view kExifMark{"Exif\0\0", 6};
constexpr std::uint32_t kOrientationTag = 0x0112;

class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

  bool Holds(std::uint64_t at, std::uint64_t count) const { return at + count <= bytes_.size(); }
  std::uint32_t Number(std::size_t at, std::size_t count) const {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t place = little_ ? at + count - 1 - i : at + i;
      value = value << 8 | static_cast<unsigned char>(bytes_[place]);
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool little_;
};

int OrientationIn(std::string_view bytes) {
  Tiff tiff(bytes);
  if (!tiff.Holds(0, 8)) return 1;
  std::uint64_t directory = tiff.Number(4, 4);
  if (!tiff.Holds(directory, 2)) return 1;
  std::uint32_t entries = tiff.Number(directory, 2);
  for (std::uint32_t i = 0; i < entries; ++i) {
    std::uint64_t entry = directory + 2 + 12ull * i;
    if (!tiff.Holds(entry, 12)) return 1;
    if (tiff.Number(entry, 2) != kOrientationTag) continue;
    std::uint32_t value = tiff.Number(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

}  // namespace

int ExifOrientation(std::string_view jpeg) {
  std::size_t at = 2;
  while (at + 4 <= jpeg.size() && jpeg[at] == '\xff') {
    auto marker = static_cast<unsigned char>(jpeg[at + 1]);
    if (marker == 0xda || marker == 0xd9) break;
    std::size_t length =
        static_cast<unsigned char>(jpeg[at + 2]) << 8 | static_cast<unsigned char>(jpeg[at + 3]);
    if (length < 2 || at + 2 + length > jpeg.size()) break;
    std::string_view segment = jpeg.substr(at + 4, length - 2);
    if (marker == 0xe1 && segment.starts_with(kExifMark)) {
      return OrientationIn(segment.substr(kExifMark.size()));
    }
    at += 2 + length;
  }
  return 0;
}

}  // namespace permit
