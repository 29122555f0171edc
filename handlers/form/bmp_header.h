// The header of a BMP ([MS-WMF] 2.2.2, OS/2 bitmaps).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace permit {

// As it stands in the file; other numbers are for printers alone, or unknown.
enum class BmpCompression : std::uint32_t {
  kNone = 0,
  kRle8 = 1,
  kRle4 = 2,
  kBitFields = 3,
  kAlpha = 6,
};

struct BmpHeader {
  std::uint32_t size = 0;  // of the header itself, behind that of the file
  std::uint32_t planes = 0;
  std::uint32_t bits = 0;
  std::uint32_t compression = 0;
  std::uint32_t colours = 0;  // 0: as many as the bits allow
  std::uint32_t pixels_at = 0;
  bool top_down = false;

  bool Has(BmpCompression one) const { return BmpCompression{compression} == one; }
  bool is_core() const { return size == 12; }  // of OS/2 1, with sizes of 16 bits
  std::size_t tables_at() const { return std::size_t{14} + size; }
  // Of a picture of at most 8 bits.
  std::uint32_t palette_colours() const { return colours == 0 ? 1u << bits : colours; }
  std::uint32_t palette_entry() const { return is_core() ? 3 : 4; }  // bytes: blue, green, red
};

// Of a file that ReadFileKind has found to be whole.
BmpHeader ReadBmpHeader(std::string_view bytes);

// Of `size` bytes, the lowest first.
std::uint32_t LittleNumber(std::string_view bytes, std::size_t at, int size);

}  // namespace permit
