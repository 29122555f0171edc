#include "handlers/application/photo.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include <jpeglib.h>

#include "handlers/rules/file_kind.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

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

TEST(Photo, ASmallPlainOneIsStoredAsItCame) {
  Photo photo = PreparePhoto(MakeJpeg(413, 531));
  EXPECT_FALSE(photo.problem.has_value());
  EXPECT_TRUE(photo.made.empty());
}

TEST(Photo, ALargeOneIsMadeSmallerAndStaysLargeEnough) {
  for (auto [width, height] : {std::pair{3000u, 4000u}, {2448u, 3264u}, {1200u, 1600u}}) {
    std::string large = MakeJpeg(width, height, 120);
    ASSERT_GT(large.size(), 512u * 1024);
    Photo photo = PreparePhoto(large);
    ASSERT_FALSE(photo.problem.has_value());
    EXPECT_LT(photo.made.size(), 512u * 1024);
    EXPECT_FALSE(CheckPhoto(ReadFileKind(photo.made)).has_value());
  }
}

// The sample's red grows to the right and its green downwards, as stored.
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
    Photo photo = PreparePhoto(on_its_side ? MakeCameraJpeg(800, 600, corner.orientation)
                                           : MakeCameraJpeg(600, 800, corner.orientation));
    ASSERT_FALSE(photo.problem.has_value()) << corner.orientation;
    Decoded upright = Decode(photo.made);
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

TEST(Photo, OneThatHidesItsTrueShapeIsRefused) {
  EXPECT_EQ(Problem::kPhotoNotPortrait, PreparePhoto(MakeCameraJpeg(600, 800, 6)).problem);
  EXPECT_EQ(Problem::kPhotoNotPortrait, PreparePhoto(MakeCameraJpeg(800, 600, 1)).problem);
  EXPECT_EQ(Problem::kPhotoTypeRefused, PreparePhoto(MakePdf()).problem);
  EXPECT_EQ(Problem::kFileEmpty, PreparePhoto("").problem);
}

TEST(Photo, BrokenBytesNeverBreakTheProgram) {
  const std::string whole = MakeCameraJpeg(480, 600, 3);
  std::mt19937 random(20190710);
  for (int i = 0; i < 60; ++i) {
    std::string broken = whole;
    for (int changes = 0; changes < 10; ++changes) {
      broken[random() % broken.size()] = static_cast<char>(random());
    }
    Photo photo = PreparePhoto(broken);
    if (!photo.problem && !photo.made.empty()) {
      EXPECT_FALSE(ReadFileKind(photo.made).problem.has_value());
    }
  }
}

}  // namespace
}  // namespace permit::test
