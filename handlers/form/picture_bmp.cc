#include <algorithm>
#include <array>

#include "handlers/form/bmp_header.h"
#include "handlers/form/picture.h"
#include "handlers/rules/file_kind.h"

namespace permit {
namespace {

using Colour = std::array<unsigned char, 3>;  // red, green, blue

bool HasPlainRows(const BmpHeader& header) {
  const auto bits = {1u, 4u, 8u, 24u, 32u};
  return header.Has(BmpCompression::kNone) &&
         std::find(bits.begin(), bits.end(), header.bits) != bits.end();
}

Colour ColourAt(std::string_view bytes, std::size_t at) {
  const auto part = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
  return {part(2), part(1), part(0)};
}

// What is not in the file is black.
std::vector<Colour> ReadPalette(std::string_view bytes, const BmpHeader& header) {
  if (header.bits > 8) return {};
  std::vector<Colour> palette(std::size_t{1} << header.bits, Colour{});
  const std::size_t most = std::min<std::size_t>(palette.size(), header.palette_colours());
  for (std::size_t i = 0; i < most; ++i) {
    const std::size_t at = header.tables_at() + i * header.palette_entry();
    if (at + header.palette_entry() > bytes.size()) break;
    palette[i] = ColourAt(bytes, at);
  }
  return palette;
}

void ReadRow(std::string_view stored, const BmpHeader& header, const std::vector<Colour>& palette,
             std::vector<unsigned char>& row) {
  const std::size_t width = row.size() / 3;
  for (std::size_t x = 0; x < width; ++x) {
    Colour colour;
    if (palette.empty()) {
      colour = ColourAt(stored, x * (header.bits / 8));
    } else {
      const std::size_t first_bit = x * header.bits;
      const unsigned byte = static_cast<unsigned char>(stored[first_bit / 8]);
      const unsigned shift = 8 - header.bits - first_bit % 8;
      colour = palette[byte >> shift & ((1u << header.bits) - 1)];
    }
    std::copy(colour.begin(), colour.end(), row.begin() + static_cast<std::ptrdiff_t>(x * 3));
  }
}

}  // namespace

Decoded DecodeBmp(std::string_view bytes, Extent enough) {
  const FileReading reading = ReadFileKind(bytes);
  if (reading.problem || reading.kind != FileKind::kBmp) return {Problem::kFileDamaged, {}};
  const BmpHeader header = ReadBmpHeader(bytes);
  if (!HasPlainRows(header)) return {Problem::kFileNotReduced, {}};
  const Extent from = {reading.width, reading.height};
  const std::size_t stride = (std::size_t{from.width} * header.bits + 31) / 32 * 4;
  const std::vector<Colour> palette = ReadPalette(bytes, header);
  std::vector<unsigned char> row(std::size_t{from.width} * 3);
  Shrinker shrinker(from, Covering(from, enough));
  for (unsigned y = 0; y < from.height; ++y) {
    const std::size_t stored = header.top_down ? y : from.height - 1 - y;
    ReadRow(bytes.substr(header.pixels_at + stored * stride, stride), header, palette, row);
    shrinker.Take(row.data());
  }
  return {std::nullopt, std::move(shrinker).Give()};
}

}  // namespace permit
