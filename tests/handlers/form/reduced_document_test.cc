// Documents as phones and scanners make them: how large they are kept, and whether they can be
// read.
#include "handlers/form/reduced_document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "handlers/form/picture.h"
#include "handlers/rules/required_documents.h"
#include "tests/support/sample_files.h"
#include "tests/support/sample_heic.h"

namespace permit::test {
namespace {

constexpr Extent kWhole = {~0u, ~0u};

ReducedDocument Reduce(std::string_view bytes) {
  FileBudget budget;
  return ReduceDocument(bytes, ReadFileKind(bytes), budget);
}

Picture Decoded(const std::string& jpeg) {
  permit::Decoded decoded = DecodeJpeg(jpeg, kWhole);
  EXPECT_EQ(decoded.problem, std::nullopt);
  return std::move(decoded.picture);
}

// Paper with a sensor's noise and lines of print: black strokes, `stroke` pixels wide with as much
// between them, in the left half upright, in the right half lying. `dark` tells the place of one.
ColourAt Print(unsigned width, unsigned stroke) {
  return [=, noise = 1u](unsigned x, unsigned y) mutable -> std::array<unsigned char, 3> {
    noise = noise * 1103515245u + 12345u;
    const bool dark = (x < width / 2 ? x : y) / stroke % 2 == 1;
    const auto light = static_cast<unsigned char>((dark ? 30 : 190) + (noise >> 16) % 40);
    return {light, light, static_cast<unsigned char>(light - 15)};
  };
}

// The share of the printed contrast that is left, in the middle of each half: 1 is all of it.
double ContrastOf(const Picture& picture) {
  double least = 1;
  for (bool upright : {true, false}) {
    const unsigned x = picture.width * (upright ? 1 : 3) / 4;
    const unsigned y = picture.height / 2;
    unsigned char low = 255, high = 0;
    for (unsigned i = 0; i < 24; ++i) {
      const unsigned char value =
          upright ? picture.Row(y)[std::size_t{x + i} * 3] : picture.Row(y + i)[std::size_t{x} * 3];
      low = std::min(low, value);
      high = std::max(high, value);
    }
    least = std::min(least, (high - low) / 160.0);
  }
  return least;
}

void ExpectLegible(const ReducedDocument& document, unsigned least_edge) {
  ASSERT_EQ(document.problem, std::nullopt);
  EXPECT_EQ(document.kind, FileKind::kJpeg);
  EXPECT_GT(document.made.size(), 0u);
  EXPECT_LT(document.made.size(), kMaxFileBytes);
  const Picture picture = Decoded(document.made);
  EXPECT_GE(std::max(picture.width, picture.height), least_edge);
  EXPECT_GT(ContrastOf(picture), 0.6);
}

TEST(ReducedDocument, APhotographedPageCanStillBeRead) {
  // Strokes of a fifth of a millimetre on A4, which is print of about 8 points.
  const std::string came = PaintJpeg(3000, 4000, Print(3000, 6));
  ASSERT_GT(came.size(), 2u << 20);
  ExpectLegible(Reduce(came), 1600);
  const std::string progressive = PaintJpeg(3000, 4000, Print(3000, 6), JpegKind::kProgressive);
  ExpectLegible(Reduce(progressive), 1600);
}

TEST(ReducedDocument, PixelsThatAreThereStay) {
  const std::string came = PaintJpeg(1200, 1580, Print(1200, 4));
  ASSERT_GT(came.size(), kMaxFileBytes);
  const ReducedDocument document = Reduce(came);
  ExpectLegible(document, 1580);
  EXPECT_EQ(Decoded(document.made).width, 1200u);
}

TEST(ReducedDocument, ALongPictureStaysWideEnough) {
  const std::string came = PaintJpeg(1080, 9000, Print(1080, 6));
  const ReducedDocument document = Reduce(came);
  ASSERT_EQ(document.problem, std::nullopt);
  EXPECT_GE(Decoded(document.made).width, 450u);
}

TEST(ReducedDocument, OneOfPureNoiseIsEitherSmallEnoughOrRefused) {
  const ReducedDocument document = Reduce(MakeJpeg(3000, 4000, 255));
  if (document.problem) {
    EXPECT_EQ(document.problem, Problem::kFileNotReduced);
  } else {
    EXPECT_LT(document.made.size(), kMaxFileBytes);
  }
}

// A JPEG that tells how the camera was held, where, and by which.
std::string WithCamera(const std::string& jpeg, int orientation) {
  const std::string camera = MakeCameraJpeg(8, 8, orientation);
  const std::string segment = camera.substr(2, camera.find("\xff\xe0", 2) - 2);
  return jpeg.substr(0, 2) + segment + "\xff\xe1" + std::string("\0\x0bGPS 25.03", 11) +
         jpeg.substr(2);
}

TEST(ReducedDocument, IsTurnedUprightAndForgetsTheCamera) {
  const auto red_at_left = [](unsigned x, unsigned y) -> std::array<unsigned char, 3> {
    const auto grain = static_cast<unsigned char>((x * 7919 + y * 104729) % 61);
    return {static_cast<unsigned char>(x < 1000 ? 190 + grain : grain), grain, grain};
  };
  const std::string lying = WithCamera(PaintJpeg(2000, 1500, red_at_left), 6);
  ASSERT_GT(lying.size(), kMaxFileBytes);
  const ReducedDocument document = Reduce(lying);
  ASSERT_EQ(document.problem, std::nullopt);
  const Picture picture = Decoded(document.made);
  EXPECT_NEAR(picture.width * 4.0, picture.height * 3.0, 4) << "it stands";
  EXPECT_GT(picture.Row(10)[30], 150) << "what was left is above";
  EXPECT_LT(picture.Row(picture.height - 10)[30], 100);
  EXPECT_EQ(document.made.find("Exif"), std::string::npos);
  EXPECT_EQ(document.made.find("GPS"), std::string::npos);
}

TEST(ReducedDocument, WhatIsSmallEnoughIsKeptAsItCame) {
  for (const std::string& small : {MakeJpeg(), MakePng(600, 800), MakePdf()}) {
    const ReducedDocument document = Reduce(small);
    EXPECT_EQ(document.problem, std::nullopt);
    EXPECT_EQ(document.made, "");
  }
}

std::array<unsigned char, 3> Grainy(unsigned x, unsigned y) {
  const auto grain = static_cast<unsigned char>((x * 7919 + y * 104729) % 31);
  return {static_cast<unsigned char>(200 + grain), static_cast<unsigned char>(100 + grain), grain};
}

void ExpectGrainy(const ReducedDocument& document, unsigned width, unsigned height) {
  ASSERT_EQ(document.problem, std::nullopt);
  EXPECT_LT(document.made.size(), kMaxFileBytes);
  const Picture picture = Decoded(document.made);
  EXPECT_EQ(picture.width, width);
  EXPECT_EQ(picture.height, height);
  const unsigned char* middle = picture.Row(height / 2) + std::size_t{width / 2} * 3;
  EXPECT_NEAR(middle[0], 215, 20);
  EXPECT_NEAR(middle[1], 115, 20);
  EXPECT_NEAR(middle[2], 15, 20);
}

TEST(ReducedDocument, AHeicBecomesAJpeg) {
  ExpectGrainy(Reduce(PaintHeic(300, 400, Grainy)), 300, 400);
  ExpectGrainy(Reduce(PaintHeic(600, 400, Grainy, 6)), 600, 400);
}

std::string Little(std::uint32_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xff);
  return bytes;
}

std::string Bmp(unsigned width, unsigned height, unsigned bits, const std::string& rows,
                const std::string& palette = {}) {
  const std::string dib = Little(40, 4) + Little(width, 4) + Little(height, 4) + Little(1, 2) +
                          Little(bits, 2) + std::string(24, '\0');
  const auto at = static_cast<std::uint32_t>(14 + dib.size() + palette.size());
  return "BM" + Little(static_cast<std::uint32_t>(at + rows.size()), 4) + Little(0, 4) +
         Little(at, 4) + dib + palette + rows;
}

TEST(ReducedDocument, ABmpBecomesAJpeg) {
  std::string rows;
  for (unsigned y = 0; y < 700; ++y) {
    for (unsigned x = 0; x < 400; ++x) {
      const auto colour = Grainy(x, y);
      for (std::size_t part : {2, 1, 0}) rows += static_cast<char>(colour[part]);
    }
  }
  ExpectGrainy(Reduce(Bmp(400, 700, 24, rows)), 400, 700);
  // From the foot up: the first half of the rows is the lower one.
  const std::string halves = std::string(400 * 350, '\1') + std::string(400 * 1050, '\2');
  std::string palette(1024, '\0');
  palette.replace(4, 3, "\x00\x00\xf0", 3);
  palette.replace(8, 3, "\xf0\x00\x00", 3);
  const ReducedDocument document = Reduce(Bmp(400, 1400, 8, halves, palette));
  ASSERT_EQ(document.problem, std::nullopt);
  const Picture picture = Decoded(document.made);
  ASSERT_EQ(picture.height, 1400u);
  EXPECT_NEAR(picture.Row(10)[2], 0xf0, 8) << "blue above";
  EXPECT_NEAR(picture.Row(1390)[0], 0xf0, 8) << "red below";
  EXPECT_EQ(Reduce(Bmp(1000, 300, 16, std::string(600'000, 'x'))).problem,
            Problem::kFileNotReduced);
}

TEST(ReducedDocument, APngBecomesAJpeg) {
  const ReducedDocument document =
      Reduce(MakePng(1200, 1600, PngKind::kSixteenBits) + std::string(kMaxFileBytes, '\0'));
  ASSERT_EQ(document.problem, std::nullopt);
  EXPECT_EQ(document.kind, FileKind::kJpeg);
  EXPECT_LT(document.made.size(), kMaxFileBytes);
}

TEST(ReducedDocument, WhatCannotBeReadIsRefused) {
  const std::string camera = PaintJpeg(2000, 2000, Print(2000, 6));
  EXPECT_EQ(Reduce(camera.substr(0, camera.size() / 2)).problem, Problem::kFileDamaged);
  EXPECT_EQ(Reduce(WithSize(camera, 65000, 65000)).problem, Problem::kTooManyPixels);
  EXPECT_EQ(Reduce(camera + std::string(kMaxUploadBytes, ' ')).problem, Problem::kFileTooLarge);
  EXPECT_EQ(Reduce(std::string(kMaxUploadBytes + 1, 'x')).problem, Problem::kFileTypeRefused);
  FileBudget budget;
  budget.unpacked = 1'000'000;
  EXPECT_EQ(ReduceDocument(camera, ReadFileKind(camera), budget).problem, Problem::kTooMuchAtOnce);
}

TEST(ReducedDocument, FortyEightMegapixelsFitIntoTheBudget) {
  const auto grey = [](unsigned x, unsigned y) -> std::array<unsigned char, 3> {
    const auto light = static_cast<unsigned char>(100 + (x / 64 + y / 64) % 2 * 80 + (x ^ y) % 5);
    return {light, light, light};
  };
  const std::string came = PaintJpeg(8000, 6000, grey);
  ASSERT_GT(came.size(), kMaxFileBytes);
  ASSERT_LE(came.size(), kMaxUploadBytes);
  FileBudget budget;
  const ReducedDocument document = ReduceDocument(came, ReadFileKind(came), budget);
  EXPECT_EQ(document.problem, std::nullopt);
  EXPECT_GT(budget.cpu.count(), 0);
}

}  // namespace
}  // namespace permit::test
