// A simple program that reads captchas, as an attacker writes one in an afternoon: threshold, split
// into letters, nearest neighbour among letters of known pictures.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace permit::test {

// One bit a pixel: ink or ground.
struct InkPicture {
  int width = 0;
  int height = 0;
  std::vector<char> ink;  // row by row
  bool At(int x, int y) const { return ink[static_cast<std::size_t>(y * width + x)] != 0; }
};

// Pixels about as dark as the darkest, less what is too small to be a letter's part. With `opened`
// what is thinner than a letter's stroke goes as well.
InkPicture ReadInk(std::string_view png, bool opened);

enum class Split {
  kEqualColumns,  // between the first and the last ink
  kFixedColumns,  // of the whole picture, where letters would stand in a row of even steps
  kEqualInk,      // as much ink in each
  kValleys,       // where columns hold the least ink
  kComponents     // what hangs together; the widest are cut, the smallest are joined
};
inline constexpr Split kSplits[] = {Split::kEqualColumns, Split::kFixedColumns, Split::kEqualInk,
                                    Split::kValleys, Split::kComponents};

class CaptchaReader {
 public:
  explicit CaptchaReader(Split split) : split_(split) {}
  void Learn(const InkPicture& picture, std::string_view answer);
  std::string Read(const InkPicture& picture, std::size_t letters) const;

 private:
  using Glyph = std::array<std::uint64_t, 6>;  // 16 × 24 bits
  std::vector<Glyph> Glyphs(const InkPicture& picture, std::size_t letters) const;

  struct Known {
    Glyph glyph;
    char letter;
  };
  Split split_;
  std::vector<Known> known_;
};

}  // namespace permit::test
