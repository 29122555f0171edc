#include "handlers/form/photo.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include <jpeglib.h>

#include "handlers/rules/file_kind.h"
#include "handlers/rules/required_documents.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

Photo MakePhoto(std::string_view bytes, const PhotoCrop& crop) {
  FileBudget budget;
  return permit::MakePhoto(bytes, ReadFileKind(bytes), crop, budget);
}

struct Decoded {
  unsigned width = 0;
  unsigned height = 0;
  std::vector<unsigned char> pixels;
  int Red(unsigned x, unsigned y) const { return pixels[(y * width + x) * 3]; }
  int Green(unsigned x, unsigned y) const { return pixels[(y * width + x) * 3 + 1]; }
};

Decoded Decode(const std::string& jpeg) {
  jpeg_decompress_struct info;
  jpeg_error_mgr errors;
  info.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(jpeg.data()), jpeg.size());
  jpeg_read_header(&info, TRUE);
  jpeg_start_decompress(&info);
  Decoded decoded{info.output_width, info.output_height, {}};
  decoded.pixels.resize(std::size_t{decoded.width} * decoded.height * 3);
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = decoded.pixels.data() + std::size_t{info.output_scanline} * decoded.width * 3;
    jpeg_read_scanlines(&info, &row, 1);
  }
  jpeg_finish_decompress(&info);
  jpeg_destroy_decompress(&info);
  return decoded;
}

void ExpectPortrait(const std::string& jpeg) {
  EXPECT_LT(jpeg.size(), kMaxFileBytes);
  const FileReading reading = ReadFileKind(jpeg);
  EXPECT_EQ(FileKind::kJpeg, reading.kind);
  EXPECT_EQ(std::nullopt, CheckPhoto(reading));
  EXPECT_EQ(reading.width * kPhotoMinHeight / kPhotoMinWidth, reading.height);
}

TEST(Photo, WhateverCameIsAJpegOfTheShapeBelowTheLimit) {
  for (const std::string& came :
       {MakeJpeg(413, 531), MakeJpeg(3000, 4000, 120), MakeJpeg(2448, 3264, 120),
        MakeJpeg(413, 2000), MakeJpeg(1200, 1210), MakePng(413, 531), MakePng(3000, 4000),
        MakePng(700, 900, PngKind::kTransparent), MakePng(700, 900, PngKind::kInterlaced),
        MakePng(700, 900, PngKind::kSixteenBits), MakePng(700, 900, PngKind::kBits)}) {
    const Photo photo = MakePhoto(came, {});
    ASSERT_EQ(std::nullopt, photo.problem);
    ExpectPortrait(photo.made);
    EXPECT_LE(photo.original.size(), 1024u * 1024);
    const FileReading original = ReadFileKind(photo.original);
    EXPECT_EQ(photo.width, original.width);
    EXPECT_EQ(photo.height, original.height);
  }
}

TEST(Photo, APngAndAJpegOfTheSamePictureGiveTheSamePhoto) {
  const Decoded png = Decode(MakePhoto(MakePng(1652, 2124), {}).made);
  const Decoded jpeg = Decode(MakePhoto(MakeJpeg(1652, 2124), {}).made);
  ASSERT_EQ(826u, png.width);
  ASSERT_EQ(png.width, jpeg.width);
  for (auto [x, y] : {std::pair{10u, 10u}, {400u, 500u}, {800u, 1000u}}) {
    EXPECT_NEAR(png.Red(x, y), jpeg.Red(x, y), 6);
    EXPECT_NEAR(png.Green(x, y), jpeg.Green(x, y), 6);
    EXPECT_NEAR(png.Red(x, y), static_cast<int>(x * 200 / 826), 6);
  }
}

TEST(Photo, TransparentPartsBecomeWhite) {
  const Decoded photo = Decode(MakePhoto(MakePng(500, 700, PngKind::kTransparent), {}).made);
  EXPECT_GT(photo.Red(5, 5), 250);
  EXPECT_GT(photo.Green(400, 500), 250);
}

TEST(Photo, TheCropDecidesWhichPartIsKept) {
  const std::string came = MakeJpeg(1652, 2124);
  const PhotoCrop top_left{500, 0, 0};
  const PhotoCrop bottom_right{500, 1000, 1000};
  const Photo photo = MakePhoto(came, top_left);
  const Decoded first = Decode(photo.made);
  const Decoded other = Decode(CropAnew(photo.original, bottom_right).made);
  EXPECT_EQ(826u, first.width);
  EXPECT_NEAR(0, first.Red(2, 2), 8);
  EXPECT_NEAR(100, first.Red(820, 1050), 8);
  EXPECT_NEAR(100, other.Red(4, 4), 8);
  EXPECT_NEAR(200, other.Red(820, 1050), 8);
  EXPECT_NEAR(200, other.Green(820, 1050), 8);
}

TEST(Photo, TheSmallestCropIsStillLargeEnough) {
  const Photo photo = MakePhoto(MakeJpeg(1000, 1400), {0, 1000, 1000});
  ExpectPortrait(photo.made);
  EXPECT_EQ(413u, Decode(photo.made).width);
}

TEST(Photo, PixelsWithoutEndAreRefusedByTheHeader) {
  EXPECT_EQ(Problem::kTooManyPixels, MakePhoto(MakePng(9000, 10000, PngKind::kBits), {}).problem);
  EXPECT_EQ(Problem::kTooManyPixels,
            MakePhoto(WithSize(MakeJpeg(600, 800), 60000, 65000), {}).problem);
}

TEST(Photo, EveryOrientationIsTurnedUpright) {
  struct Corner {
    int orientation;
    bool red_left;     // of the upright picture: little red at the left edge
    bool swapped;      // red grows downwards instead of to the right
    bool green_first;  // little green where the other axis begins
  };
  for (const Corner& corner :
       {Corner{1, true, false, true}, Corner{2, false, false, true}, Corner{3, false, false, false},
        Corner{4, true, false, false}, Corner{5, true, true, true}, Corner{6, true, true, false},
        Corner{7, false, true, false}, Corner{8, false, true, true}}) {
    bool on_its_side = corner.orientation >= 5;
    const int orientation = corner.orientation;
    Photo photo = MakePhoto(
        on_its_side ? MakeCameraJpeg(800, 600, orientation) : MakeCameraJpeg(600, 800, orientation),
        {});
    ASSERT_FALSE(photo.problem.has_value()) << corner.orientation;
    ExpectPortrait(photo.made);
    Decoded upright = Decode(photo.original);
    EXPECT_EQ(600u, upright.width) << corner.orientation;
    EXPECT_EQ(800u, upright.height) << corner.orientation;
    unsigned right = upright.width - 1;
    unsigned bottom = upright.height - 1;
    int red = corner.swapped ? upright.Red(0, bottom) - upright.Red(0, 0)
                             : upright.Red(right, 0) - upright.Red(0, 0);
    int green = corner.swapped ? upright.Green(right, 0) - upright.Green(0, 0)
                               : upright.Green(0, bottom) - upright.Green(0, 0);
    EXPECT_EQ(corner.red_left, red > 100) << corner.orientation;
    EXPECT_EQ(corner.green_first, green > 100) << corner.orientation;
    EXPECT_GT(std::abs(red), 100) << corner.orientation;
    EXPECT_GT(std::abs(green), 100) << corner.orientation;
    EXPECT_EQ(std::string::npos, photo.made.find("Exif"));
  }
}

TEST(Photo, OneThatLiesIsCutUpright) {
  for (const std::string& came : {MakeCameraJpeg(600, 800, 6), MakeCameraJpeg(800, 600, 1)}) {
    const Photo photo = MakePhoto(came, {});
    ASSERT_EQ(std::nullopt, photo.problem);
    EXPECT_EQ(800u, photo.width);
    EXPECT_EQ(600u, photo.height);
    ExpectPortrait(photo.made);
  }
}

TEST(Photo, OneThatCannotBeUsedIsRefused) {
  const Photo small = MakePhoto(MakeCameraJpeg(530, 420, 8), {});
  EXPECT_EQ(Problem::kPhotoTooSmall, small.problem);
  EXPECT_EQ(420u, small.width);
  EXPECT_EQ(530u, small.height);
  EXPECT_EQ(Problem::kPhotoTypeRefused, MakePhoto(MakePdf(), {}).problem);
  EXPECT_EQ(Problem::kFileEmpty, MakePhoto("", {}).problem);
  EXPECT_EQ(Problem::kFileDamaged, MakePhoto(MakePng(600, 800).substr(0, 300), {}).problem);
  EXPECT_EQ(Problem::kPhotoTooLarge,
            MakePhoto(MakeJpeg(600, 800) + std::string(kMaxPhotoBytes, 'x'), {}).problem);
}

std::array<unsigned char, 3> Slope(unsigned x, unsigned y) {
  return {static_cast<unsigned char>(x / 3), static_cast<unsigned char>(y / 4), 128};
}

TEST(Photo, FourInksAndGreyBecomeWhatTheyShow) {
  for (JpegKind kind : {JpegKind::kPlain, JpegKind::kProgressive, JpegKind::kInks,
                        JpegKind::kAdobeInks, JpegKind::kAdobeMixed, JpegKind::kGrey}) {
    SCOPED_TRACE(static_cast<int>(kind));
    const Photo photo = MakePhoto(PaintJpeg(600, 800, Slope, kind), {});
    ASSERT_EQ(photo.problem, std::nullopt);
    ExpectPortrait(photo.made);
    const Decoded kept = Decode(photo.original);
    for (auto [x, y] : {std::pair{10u, 10u}, {300u, 400u}, {590u, 790u}}) {
      const auto colour = Slope(x, y);
      EXPECT_NEAR(kept.Red(x, y), colour[0], 8);
      EXPECT_NEAR(kept.Green(x, y), kind == JpegKind::kGrey ? colour[0] : colour[1], 8);
    }
  }
}

TEST(Photo, AJpegThatBrowsersDoNotShowIsRefused) {
  const std::string arithmetic = PaintJpeg(600, 800, Slope, JpegKind::kArithmetic);
  ASSERT_NE(arithmetic.find("\xff\xc9"), std::string::npos);
  EXPECT_EQ(MakePhoto(arithmetic, {}).problem, Problem::kFileDamaged);
  const std::string plain = MakeJpeg();
  const std::size_t frame = plain.find("\xff\xc0");
  for (char other : {'\xc3', '\xc5', '\xc7', '\xca', '\xcb', '\xcf'}) {
    std::string changed = plain;
    changed[frame + 1] = other;
    EXPECT_EQ(MakePhoto(changed, {}).problem, Problem::kFileDamaged) << +other;
  }
  std::string deep = plain;
  deep[frame + 4] = 12;
  EXPECT_EQ(MakePhoto(deep, {}).problem, Problem::kFileDamaged);
}

TEST(Photo, BrokenBytesNeverBreakTheProgram) {
  const std::string whole = MakeCameraJpeg(480, 600, 3);
  std::mt19937 random(20190710);
  for (int i = 0; i < 60; ++i) {
    std::string broken = whole;
    for (int changes = 0; changes < 10; ++changes) {
      broken[random() % broken.size()] = static_cast<char>(random());
    }
    Photo photo = MakePhoto(broken, {});
    if (!photo.problem && !photo.made.empty()) {
      EXPECT_FALSE(ReadFileKind(photo.made).problem.has_value());
    }
  }
}

}  // namespace
}  // namespace permit::test
