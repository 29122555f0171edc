// JPEG files taken apart and put together, over libjpeg.
//
// The bytes may come from anywhere: a file that cannot be read is nullopt or a PaperError, never
// more.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace permit::views {

struct Picture {
  int width = 0;
  int height = 0;
  std::vector<unsigned char> rgb;
};

struct JpegHead {
  int width = 0;
  int height = 0;
  int orientation = 1;  // EXIF's, 1 is upright
  bool plain = false;   // grey or three components, baseline or progressive Huffman, 8 bits
};

std::optional<JpegHead> ReadJpegHead(const std::string& file);

// The same picture without comments and application segments, but for JFIF's and Adobe's, which
// tell the colours.
std::string WithoutRemarks(const std::string& file);

// Scaled down by eighths as long as it stays at least as large as wanted.
Picture DecodeJpeg(const std::string& file, int wanted_width, int wanted_height);
std::string EncodeJpeg(const Picture& picture);

}  // namespace permit::views
