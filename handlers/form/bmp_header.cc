#include "handlers/form/bmp_header.h"

namespace permit {

std::uint32_t LittleNumber(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size; i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  }
  return value;
}

BmpHeader ReadBmpHeader(std::string_view bytes) {
  BmpHeader header;
  header.pixels_at = LittleNumber(bytes, 10, 4);
  header.size = LittleNumber(bytes, 14, 4);
  header.planes = LittleNumber(bytes, header.is_core() ? 22 : 26, 2);
  header.bits = LittleNumber(bytes, header.is_core() ? 24 : 28, 2);
  if (header.is_core()) return header;
  header.top_down = (LittleNumber(bytes, 22, 4) & 0x80000000u) != 0;
  header.compression = LittleNumber(bytes, 30, 4);
  header.colours = LittleNumber(bytes, 46, 4);
  return header;
}

}  // namespace permit
