#include <gtest/gtest.h>

#include <random>

#include "handlers/form/photo.h"
#include "handlers/form/picture.h"
#include "handlers/form/reduced_document.h"
#include "handlers/rules/file_kind.h"
#include "tests/support/sample_heic.h"

namespace permit::test {
namespace {

constexpr Extent kWhole = {~0u, ~0u};

// Red grows to the right, green downwards.
std::array<unsigned char, 3> Slope(unsigned x, unsigned y) {
  return {static_cast<unsigned char>(20 + x / 3), static_cast<unsigned char>(20 + y / 4), 128};
}

void ExpectSlope(const Picture& picture) {
  ASSERT_EQ(picture.width, 600u);
  ASSERT_EQ(picture.height, 800u);
  for (auto [x, y] : {std::pair{10u, 10u}, {590u, 10u}, {300u, 400u}, {10u, 790u}, {590u, 790u}}) {
    const unsigned char* pixel = picture.Row(y) + std::size_t{x} * 3;
    EXPECT_NEAR(pixel[0], Slope(x, y)[0], 12) << x << ' ' << y;
    EXPECT_NEAR(pixel[1], Slope(x, y)[1], 12) << x << ' ' << y;
  }
}

TEST(PictureHeic, ComesUprightWhicheverWayThePhoneWasHeld) {
  for (int orientation : {1, 3, 6, 8}) {
    SCOPED_TRACE(orientation);
    const Decoded decoded = DecodeHeic(PaintHeic(600, 800, Slope, orientation), kWhole);
    ASSERT_EQ(decoded.problem, std::nullopt);
    ExpectSlope(decoded.picture);
  }
}

TEST(PictureHeic, IsShrunkOrReadToItsEndAlone) {
  const std::string heic = PaintHeic(600, 800, Slope);
  const Decoded shrunk = DecodeHeic(heic, {150, 200});
  EXPECT_EQ(shrunk.problem, std::nullopt);
  EXPECT_EQ(shrunk.picture.width, 150u);
  EXPECT_EQ(shrunk.picture.height, 200u);
  const Decoded read = DecodeHeic(heic, kNothing);
  EXPECT_EQ(read.problem, std::nullopt);
  EXPECT_TRUE(read.picture.pixels.empty());
}

TEST(PictureHeic, MakesAPhoto) {
  for (int orientation : {1, 6}) {
    const std::string heic = PaintHeic(600, 800, Slope, orientation);
    FileBudget budget;
    const Photo photo = MakePhoto(heic, ReadFileKind(heic), {}, budget);
    EXPECT_EQ(photo.problem, std::nullopt);
    EXPECT_EQ(photo.width, 600u);
    EXPECT_EQ(photo.height, 800u);
    EXPECT_EQ(ReadFileKind(photo.made).kind, FileKind::kJpeg);
  }
  const std::string low = PaintHeic(600, 500, Slope, 6);
  FileBudget budget;
  const Photo small = MakePhoto(low, ReadFileKind(low), {}, budget);
  EXPECT_EQ(small.problem, Problem::kPhotoTooSmall) << "it is 500 × 600 as stored";
  EXPECT_EQ(small.width, 600u);
  EXPECT_EQ(small.height, 500u);
}

// The sizes in its properties, changed.
std::string WithSize(std::string heic, unsigned width, unsigned height) {
  for (std::size_t at = heic.find("ispe"); at != std::string::npos;
       at = heic.find("ispe", at + 1)) {
    for (auto [place, number] : {std::pair{at + 8, width}, {at + 12, height}}) {
      for (unsigned i = 0; i < 4; ++i) {
        heic[place + i] = static_cast<char>(number >> (24 - 8 * i) & 0xff);
      }
    }
  }
  return heic;
}

TEST(PictureHeic, PixelsWithoutEndAreRefusedByTheHeader) {
  const std::string heic = PaintHeic(64, 64, Slope);
  FileBudget budget;
  const std::string bomb = WithSize(heic, 60000, 60000);
  EXPECT_EQ(MakePhoto(bomb, ReadFileKind(bomb), {}, budget).problem, Problem::kTooManyPixels);
  EXPECT_EQ(budget.unpacked, FileBudget().unpacked) << "it is not opened";
  for (auto [width, height] : {std::pair{60000u, 60000u}, {30000u, 20000u}, {~0u, ~0u}}) {
    EXPECT_EQ(DecodeHeic(WithSize(heic, width, height), kNothing).problem, Problem::kTooManyPixels);
  }
}

TEST(PictureHeic, BrokenBytesNeverBreakTheProgram) {
  const std::string whole = PaintHeic(160, 120, Slope);
  std::mt19937 random(20190710);
  for (int i = 0; i < 40; ++i) {
    std::string broken = whole;
    for (int changes = 0; changes < 4; ++changes) {
      broken[random() % broken.size()] = static_cast<char>(random());
    }
    FileBudget budget;
    const ReducedDocument document =
        ReduceDocument(broken, {std::nullopt, FileKind::kHeic, 160, 120}, budget);
    EXPECT_NE(document.problem.has_value(), ReadFileKind(document.made).kind == FileKind::kJpeg)
        << i;
  }
  for (std::size_t size = 0; size < whole.size(); size += 37) {
    EXPECT_NE(DecodeHeic(whole.substr(0, size), kNothing).problem, std::nullopt) << size;
  }
}

}  // namespace
}  // namespace permit::test
