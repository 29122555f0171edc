// A picture in memory, and how it comes out of and goes into files.
//
// Reading shrinks on the way, row by row, so that a small file of very many pixels takes neither
// memory nor long: such a one is refused by its header.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/field_error.h"
#include "handlers/rules/photo_crop.h"

namespace permit {

struct Picture {
  unsigned width = 0;
  unsigned height = 0;
  std::vector<unsigned char> pixels;  // RGB, row by row

  const unsigned char* Row(unsigned y) const { return &pixels[std::size_t{y} * width * 3]; }
};

struct Extent {
  unsigned width = 0;
  unsigned height = 0;

  bool operator==(const Extent&) const = default;
};

// Takes the rows of a picture and gives a smaller one: each pixel the mean of those it stands for.
class Shrinker {
 public:
  Shrinker(Extent from, Extent to);
  void Take(const unsigned char* row);  // `from.height` times
  Picture Give() &&;

 private:
  struct Share {  // of one pixel of the old picture, in the new one
    unsigned first = 0;
    unsigned to_first = 0;   // of `weight`
    unsigned to_second = 0;  // the rest goes to the pixel after
  };
  static std::vector<Share> Shares(unsigned from, unsigned to);
  void Finish(unsigned y);

  Extent from_;
  Picture made_;
  std::vector<Share> columns_;
  std::vector<Share> rows_;
  std::vector<unsigned long> present_;
  std::vector<unsigned long> next_;
  std::vector<unsigned long> squeezed_;
  unsigned taken_ = 0;
};

Picture Shrink(const Picture& picture, const CropFrame& part, Extent to);

// The picture turned as its Exif orientation (1 to 8) says.
Picture Upright(Picture stored, int orientation);

// Asked for, a file is read to its end and its pixels are dropped.
inline constexpr Extent kNothing = {};

// What a file holds, shrunk so that it still covers `enough` unless it was smaller before.
// `problem` is kFileDamaged or kTooManyPixels. Of JPEG it reads what browsers show: 8 bits a
// sample, baseline, extended or progressive with Huffman codes. Four inks are mixed into RGB. Other
// frames (lossless, hierarchical, arithmetic, 12 bits) are kFileDamaged. A HEIC picture comes
// turned and cut as it says itself, with 8 bits a sample; libheif holds it as a whole. Of BMP it
// reads plain rows of 1, 4, 8, 24 or 32 bits, of a file that ReadFileKind has found whole; other
// rows are kFileNotReduced.
struct Decoded {
  std::optional<Problem> problem;
  Picture picture;
};
Decoded DecodeJpeg(std::string_view bytes, Extent enough);
Decoded DecodePng(std::string_view bytes, Extent enough);
Decoded DecodeHeic(std::string_view bytes, Extent enough);
Decoded DecodeBmp(std::string_view bytes, Extent enough);

// The best quality of a few that stays below the limit; nullopt: none does.
std::optional<std::string> EncodeJpegBelow(const Picture& picture, std::size_t limit);
// The best of all qualities from `least` to `best`, as libjpeg counts them.
std::optional<std::string> EncodeJpegBelow(const Picture& picture, std::size_t limit, int least,
                                           int best);

// The smallest extent of the same shape that covers `enough`; the same when it covers it no more.
Extent Covering(Extent from, Extent enough);

}  // namespace permit
