#include "handlers/form/document.h"

#include <gtest/gtest.h>

#include <cstdint>

#include "handlers/rules/file_kind.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

using namespace std::string_literals;

std::optional<Problem> Open(std::string_view bytes) {
  FileBudget budget;
  return OpenDocument(bytes, ReadFileKind(bytes), budget);
}

std::string Little(std::uint32_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xff);
  return bytes;
}

// 6 × 4 pixels unless told.
struct Bmp {
  std::uint32_t header = 40;
  std::uint32_t width = 6;
  std::uint32_t height = 4;
  std::uint32_t planes = 1;
  std::uint32_t bits = 24;
  std::uint32_t compression = 0;
  std::uint32_t colours = 0;
  std::string tables = {};
  std::string rows = {};  // empty: as many zeros as the header says

  std::string Bytes() const {
    std::string pixels = rows;
    if (pixels.empty()) pixels.assign((width * bits + 31) / 32 * 4 * height, '\0');
    std::string dib;
    if (header == 12) {
      dib = Little(12, 4) + Little(width, 2) + Little(height, 2) + Little(planes, 2) +
            Little(bits, 2);
    } else {
      dib = Little(header, 4) + Little(width, 4) + Little(height, 4) + Little(planes, 2) +
            Little(bits, 2) + Little(compression, 4) + Little(0, 4) + Little(2835, 4) +
            Little(2835, 4) + Little(colours, 4) + Little(0, 4);
      dib.resize(header, '\0');
    }
    const auto offset = static_cast<std::uint32_t>(14 + dib.size() + tables.size());
    return "BM" + Little(static_cast<std::uint32_t>(offset + pixels.size()), 4) + Little(0, 4) +
           Little(offset, 4) + dib + tables + pixels;
  }
};

const std::string kFourRows = "\6\1\0\0\6\1\0\0\6\1\0\0\6\1\0\1"s;
const std::string kPalette(1024, '\0');

TEST(Document, BmpsOfEveryCommonKindMayCome) {
  const Bmp good[] = {
      {.header = 12},
      {.header = 12, .bits = 8, .tables = std::string(768, '\0')},
      {.bits = 1, .tables = std::string(8, '\0')},
      {.bits = 4, .tables = std::string(64, '\0')},
      {.bits = 8, .tables = kPalette},
      {.bits = 8, .colours = 2, .tables = std::string(8, '\0')},
      {.bits = 16},
      {.bits = 16, .compression = 3, .tables = std::string(12, '\0')},
      {.bits = 24},
      {.bits = 32},
      {.header = 64},
      {.header = 108, .bits = 32, .compression = 3},
      {.header = 124, .bits = 32, .compression = 6},
      {.bits = 8, .compression = 1, .tables = kPalette, .rows = kFourRows},
      {.bits = 8, .compression = 1, .tables = kPalette, .rows = "\0\2\0\3\6\1\0\1"s},
      {.bits = 8, .compression = 1, .tables = kPalette, .rows = "\0\2\0\3\0\3abc\0\3\1\0\1"s},
      {.bits = 4, .compression = 2, .tables = std::string(64, '\0'), .rows = kFourRows},
  };
  for (const Bmp& bmp : good) {
    EXPECT_EQ(std::nullopt, Open(bmp.Bytes()))
        << "header " << bmp.header << " bits " << bmp.bits << " compression " << bmp.compression;
  }
  Bmp upside_down{.rows = std::string(80, '\0')};
  upside_down.height = static_cast<std::uint32_t>(-4);
  EXPECT_EQ(std::nullopt, Open(upside_down.Bytes()));
  EXPECT_EQ(std::nullopt, Open(Bmp{}.Bytes() + "more"));
}

TEST(Document, ABmpThatCannotBeDecodedIsDamaged) {
  const std::pair<const char*, Bmp> bad[] = {
      {"7 bits", {.bits = 7, .tables = kPalette}},
      {"2 bits", {.bits = 2, .tables = kPalette}},
      {"no plane", {.planes = 0}},
      {"two planes", {.planes = 2}},
      {"a JPEG within", {.bits = 24, .compression = 4, .rows = std::string(80, 'j')}},
      {"a PNG within", {.bits = 24, .compression = 5, .rows = std::string(80, 'p')}},
      {"an unknown compression", {.compression = 77, .rows = std::string(80, 'x')}},
      {"runs of 24 bits", {.compression = 1, .rows = kFourRows}},
      {"runs of bytes in 4 bits", {.bits = 4, .compression = 1, .tables = kPalette}},
      {"masks of 24 bits", {.compression = 3, .rows = std::string(80, 'x')}},
      {"more colours than bits", {.bits = 8, .colours = 257, .tables = std::string(1028, '\0')}},
      {"fewer colours than it says", {.bits = 8, .tables = std::string(1020, '\0')}},
      {"no masks", {.bits = 16, .compression = 3}},
      {"fewer pixels than it says", {.rows = std::string(79, '\0')}},
      {"runs that end early", {.bits = 8, .compression = 1, .tables = kPalette, .rows = "\0\1"s}},
      {"runs without an end",
       {.bits = 8, .compression = 1, .tables = kPalette, .rows = "\6\1\0\0\6\1"s}},
      {"a run across the edge",
       {.bits = 8, .compression = 1, .tables = kPalette, .rows = "\7\1" + kFourRows}},
      {"a row too many",
       {.bits = 8, .compression = 1, .tables = kPalette, .rows = "\0\0\0\0"s + kFourRows}},
      {"literal pixels that are not there",
       {.bits = 8, .compression = 1, .tables = kPalette, .rows = "\0\2\0\3\0\6abc"s}},
      {"a move out of the picture",
       {.bits = 8, .compression = 1, .tables = kPalette, .rows = "\0\2\0\4\6\1\0\1"s}},
      {"no runs", {.bits = 8, .compression = 1, .tables = kPalette, .rows = "\377\377\377"s}},
  };
  for (const auto& [what, bmp] : bad) {
    EXPECT_EQ(Problem::kFileDamaged, Open(bmp.Bytes())) << what;
  }
  Bmp turned{.bits = 8, .compression = 1, .tables = kPalette, .rows = kFourRows};
  turned.height = static_cast<std::uint32_t>(-4);
  EXPECT_EQ(Problem::kFileDamaged, Open(turned.Bytes())) << "runs from the top";
  EXPECT_EQ(Problem::kFileDamaged, Open("BMW is a car maker" + std::string(300, ' ')));
  const Bmp huge{.width = 30000,
                 .height = 30000,
                 .bits = 8,
                 .compression = 1,
                 .tables = kPalette,
                 .rows = "\0\1"s};
  EXPECT_EQ(Problem::kTooManyPixels, Open(huge.Bytes()));
}

TEST(Document, AJpegThatCannotBeDecodedIsDamaged) {
  const std::string jpeg = MakeJpeg(200, 200, 40);
  EXPECT_EQ(std::nullopt, Open(jpeg));
  EXPECT_EQ(std::nullopt, Open(jpeg + std::string(100, '\0')));
  const std::size_t most = jpeg.size() * 2 / 3;
  EXPECT_EQ(Problem::kFileDamaged, Open(jpeg.substr(0, most)));
  EXPECT_EQ(Problem::kFileDamaged, Open(jpeg.substr(0, most) + "\xff\xd9"));
  std::string arithmetic = jpeg;
  const std::size_t frame = arithmetic.find("\xff\xc0");
  ASSERT_NE(frame, std::string::npos);
  arithmetic[frame + 1] = '\xc9';
  EXPECT_EQ(Problem::kFileDamaged, Open(arithmetic)) << "noise";
  const auto grey = [](unsigned, unsigned) { return std::array<unsigned char, 3>{9, 9, 9}; };
  EXPECT_EQ(Problem::kFileDamaged, Open(PaintJpeg(200, 200, grey, JpegKind::kArithmetic)));
  EXPECT_EQ(std::nullopt, Open(PaintJpeg(200, 200, grey, JpegKind::kAdobeInks)));
  std::string deep = jpeg;
  deep[frame + 4] = 12;
  EXPECT_EQ(Problem::kFileDamaged, Open(deep)) << "12 bits";
}

}  // namespace
}  // namespace permit::test
