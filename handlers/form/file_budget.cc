#include "handlers/form/file_budget.h"

namespace permit {
namespace {

// Of the IHDR chunk that ReadFileKind has found (PNG, 11.2.2).
constexpr std::size_t kDepthAt = 24;
constexpr std::size_t kColourTypeAt = 25;
// Pixels that no picture has, of which a cost can still be counted.
constexpr std::uint64_t kNoPicture = std::uint64_t{1} << 40;

std::uint64_t PngChannels(unsigned char colour_type) {
  switch (colour_type) {
    case 2:
      return 3;  // red, green, blue
    case 4:
      return 2;  // grey and alpha
    case 6:
      return 4;  // red, green, blue, alpha
    default:
      return 1;
  }
}

std::uint64_t PngRow(std::string_view bytes, unsigned width) {
  const auto depth = static_cast<unsigned char>(bytes[kDepthAt]);
  const std::uint64_t channels = PngChannels(static_cast<unsigned char>(bytes[kColourTypeAt]));
  return (std::uint64_t{width} * channels * depth + 7) / 8 + 1;
}

}  // namespace

std::uint64_t UnpackedSize(std::string_view bytes, const FileReading& reading) {
  const std::uint64_t pixels = std::uint64_t{reading.width} * reading.height;
  switch (reading.kind) {
    case FileKind::kPng:
      return bytes.size() > kColourTypeAt ? PngRow(bytes, reading.width) * reading.height : 0;
    case FileKind::kJpeg:
      return pixels;
    case FileKind::kBmp:
      return bytes.size();
    case FileKind::kHeic:  // it is held as a whole
      return pixels > kNoPicture ? pixels : pixels * 3;
    case FileKind::kPdf:
      return 0;
  }
  return 0;
}

bool Spend(FileBudget& budget, std::uint64_t cost) {
  if (cost > budget.unpacked) return false;
  budget.unpacked -= cost;
  return true;
}

std::optional<Problem> SpendOn(std::string_view bytes, const FileReading& reading,
                               FileBudget& budget) {
  const std::uint64_t cost = UnpackedSize(bytes, reading);
  if (cost > FileBudget().unpacked) return Problem::kTooManyPixels;
  if (budget.cpu <= std::chrono::milliseconds(0)) return Problem::kTooMuchAtOnce;
  return Spend(budget, cost) ? std::nullopt : std::optional(Problem::kTooMuchAtOnce);
}

}  // namespace permit
