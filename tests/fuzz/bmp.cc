// A BMP: whether a viewer could draw it.
#include <cstdint>
#include <vector>

#include "handlers/form/document.h"
#include "handlers/form/picture.h"
#include "tests/fuzz/property.h"

namespace permit::fuzz {
namespace {

constexpr std::uint64_t kMostPixels = 1 << 22;

std::uint32_t Little(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) {
    Require(at + i < bytes.size(), "a viewer finds every byte that it needs");
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

// Draws compressed rows into memory, as [MS-WMF] 3.1.6 says.
void DrawRuns(std::string_view bytes, const FileReading& reading, bool nibbles) {
  std::vector<unsigned char> pixels(std::size_t{reading.width} * reading.height);
  std::size_t x = 0, y = 0, at = Little(bytes, 10, 4);
  const auto draw = [&](std::uint32_t colour) {
    Require(x < reading.width && y < reading.height, "nothing is drawn outside of the picture");
    pixels[y * reading.width + x++] = static_cast<unsigned char>(colour);
  };
  while (at + 2 <= bytes.size()) {
    const std::uint32_t count = Little(bytes, at, 1), what = Little(bytes, at + 1, 1);
    at += 2;
    if (count > 0) {
      for (std::uint32_t i = 0; i < count; ++i) draw(what);
    } else if (what == 0) {
      x = 0;
      ++y;
    } else if (what == 1) {
      return;
    } else if (what == 2) {
      x += Little(bytes, at, 1);
      y += Little(bytes, at + 1, 1);
      at += 2;
    } else {
      for (std::uint32_t i = 0; i < what; ++i) draw(Little(bytes, at + (nibbles ? i / 2 : i), 1));
      const std::size_t size = nibbles ? (what + 1) / 2 : what;
      at += size + size % 2;
    }
  }
}

}  // namespace

void Try(std::string_view input) {
  if (!input.starts_with("BM")) return;
  const FileReading reading = ReadFileKind(input);
  const std::uint64_t pixels = std::uint64_t{reading.width} * reading.height;
  FileBudget budget;
  const auto problem = OpenDocument(input, reading, budget);
  if (problem || pixels > kMostPixels) return;
  Require(pixels > 0, "a picture has pixels");
  const Decoded decoded = DecodeBmp(input, {~0u, ~0u});
  Require(decoded.problem == Problem::kFileNotReduced ||
              (!decoded.problem && decoded.picture.width == reading.width &&
               decoded.picture.height == reading.height),
          "plain rows are read, whatever they hold");
  const bool old = Little(input, 14, 4) == 12;
  const std::uint32_t bits = Little(input, old ? 24 : 28, 2);
  const std::uint32_t compression = old ? 0 : Little(input, 30, 4);
  if (compression == 1 || compression == 2) {
    Require(bits == (compression == 1 ? 8u : 4u), "runs are of indices");
    DrawRuns(input, reading, compression == 2);
    return;
  }
  const std::uint64_t row = (std::uint64_t{reading.width} * bits + 31) / 32 * 4;
  Require(Little(input, 10, 4) + row * reading.height <= input.size(), "every row is there");
}

}  // namespace permit::fuzz
