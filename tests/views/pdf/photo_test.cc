#include "views/pdf/photo.h"

#include <cairo.h>
#include <gtest/gtest.h>

#include "tests/support/papers/sample_papers.h"
#include "views/pdf/jpeg_codec.h"
#include "views/pdf/paper.h"

namespace permit::views {
namespace {

// Red above blue, so that one sees which side is up.
Picture TwoColours(int width, int height) {
  Picture picture{.width = width, .height = height, .rgb = {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool upper = y < height / 2;
      for (int part : {upper ? 200 : 20, 30, upper ? 20 : 200}) {
        picture.rgb.push_back(static_cast<unsigned char>(part));
      }
    }
  }
  return picture;
}

std::string Segment(int marker, const std::string& payload) {
  const std::size_t length = payload.size() + 2;
  return std::string{'\xFF', static_cast<char>(marker), static_cast<char>(length >> 8),
                     static_cast<char>(length & 0xFF)} +
         payload;
}

std::string WithSegment(const std::string& jpeg, int marker, const std::string& payload) {
  return jpeg.substr(0, 2) + Segment(marker, payload) + jpeg.substr(2);
}

// A camera's remark with the orientation and, as cameras do, something about the place.
std::string Exif(int orientation) {
  std::string tiff("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 26);
  tiff[19] = static_cast<char>(orientation);
  return std::string("Exif\0\0", 6) + tiff + "25.0330N 121.5654E";
}

std::string Png(const Picture& picture) {
  cairo_surface_t* image =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height);
  unsigned char* data = cairo_image_surface_get_data(image);
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const auto* rgb = picture.rgb.data() + (static_cast<std::size_t>(y) * picture.width + x) * 3;
      unsigned char* pixel = data + y * cairo_image_surface_get_stride(image) + x * 4;
      for (int part = 0; part < 3; ++part) pixel[part] = rgb[2 - part];
    }
  }
  cairo_surface_mark_dirty(image);
  std::string png;
  cairo_surface_write_to_png_stream(
      image,
      [](void* bytes, const unsigned char* chunk, unsigned length) {
        static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(chunk), length);
        return CAIRO_STATUS_SUCCESS;
      },
      &png);
  cairo_surface_destroy(image);
  return png;
}

bool IsRedAt(const Photo& photo, double x, double y) {
  const Picture picture = DecodeJpeg(photo.jpeg, photo.width, photo.height);
  const int column = static_cast<int>(x * picture.width);
  const int row = static_cast<int>(y * picture.height);
  const auto* rgb =
      picture.rgb.data() + (static_cast<std::size_t>(row) * picture.width + column) * 3;
  return rgb[0] > 150 && rgb[2] < 80;
}

TEST(Photo, AJpegOfFittingSizeKeepsItsBytes) {
  const std::string jpeg = EncodeJpeg(TwoColours(413, 531));
  const Photo photo = PreparePhoto(jpeg);
  EXPECT_EQ(photo.jpeg, jpeg);
  EXPECT_EQ(photo.width, 413);
  EXPECT_EQ(photo.height, 531);
}

TEST(Photo, RemarksAboutPlaceAndOwnerAreDropped) {
  const std::string jpeg = EncodeJpeg(TwoColours(413, 531));
  const std::string marked =
      WithSegment(WithSegment(jpeg, 0xE1, Exif(1)), 0xFE, "taken by somebody");
  EXPECT_EQ(PreparePhoto(marked).jpeg, jpeg);
}

TEST(Photo, ATurnedPictureIsPutUpright) {
  // Orientation 6: the camera lay on its side, the row of the top is the picture's right column.
  Picture lying{.width = 531, .height = 413, .rgb = {}};
  for (int y = 0; y < lying.height; ++y) {
    for (int x = 0; x < lying.width; ++x) {
      const bool left = x < lying.width / 2;
      for (int part : {left ? 200 : 20, 30, left ? 20 : 200}) {
        lying.rgb.push_back(static_cast<unsigned char>(part));
      }
    }
  }
  const Photo photo = PreparePhoto(WithSegment(EncodeJpeg(lying), 0xE1, Exif(6)));
  EXPECT_EQ(photo.width, 413);
  EXPECT_EQ(photo.height, 531);
  EXPECT_TRUE(IsRedAt(photo, 0.5, 0.1));
  EXPECT_FALSE(IsRedAt(photo, 0.5, 0.9));
}

TEST(Photo, APictureOnItsHeadIsTurned) {
  const Photo photo = PreparePhoto(WithSegment(EncodeJpeg(TwoColours(413, 531)), 0xE1, Exif(3)));
  EXPECT_FALSE(IsRedAt(photo, 0.5, 0.1));
  EXPECT_TRUE(IsRedAt(photo, 0.5, 0.9));
}

TEST(Photo, APngBecomesAJpeg) {
  const Photo photo = PreparePhoto(Png(TwoColours(413, 531)));
  EXPECT_EQ(photo.width, 413);
  EXPECT_EQ(photo.height, 531);
  EXPECT_TRUE(IsRedAt(photo, 0.5, 0.1));
  EXPECT_FALSE(IsRedAt(photo, 0.5, 0.9));
}

TEST(Photo, ALargePictureIsMadeSmaller) {
  const Photo from_png = PreparePhoto(Png(TwoColours(2000, 2571)));
  EXPECT_EQ(from_png.width, 826);
  EXPECT_GE(from_png.height, 1061);
  // A JPEG only when it is heavy: noise cannot be compressed.
  Picture noise{.width = 1652, .height = 2126, .rgb = {}};
  std::uint32_t state = 1;
  for (int i = 0; i < noise.width * noise.height * 3; ++i) {
    state = state * 1664525 + 1013904223;
    noise.rgb.push_back(static_cast<unsigned char>(state >> 24));
  }
  const Photo from_jpeg = PreparePhoto(EncodeJpeg(noise));
  EXPECT_EQ(from_jpeg.width, 826);
  EXPECT_EQ(from_jpeg.height, 1063);
}

TEST(Photo, WhatIsNoPictureIsRefused) {
  const std::string jpeg = EncodeJpeg(TwoColours(413, 531));
  const std::string png = Png(TwoColours(413, 531));
  std::string huge = png;
  huge.replace(16, 4, std::string("\0\1\0\0", 4));
  for (const std::string& file :
       {std::string(), std::string("%PDF-1.5"), jpeg.substr(0, 20), png.substr(0, 40), huge,
        std::string("\xFF\xD8\xFF\xE1\x00\x01", 6)}) {
    EXPECT_THROW(PreparePhoto(file), PaperError) << file.size();
  }
}

// Whatever the bytes are, the answer is a photo or a refusal.
TEST(Photo, BrokenFilesAreNeverMoreThanRefused) {
  const std::string jpeg = WithSegment(EncodeJpeg(TwoColours(64, 80)), 0xE1, Exif(6));
  const std::string png = Png(TwoColours(64, 80));
  std::uint32_t state = 7;
  for (int round = 0; round < 400; ++round) {
    std::string file = round % 2 == 0 ? jpeg : png;
    for (int change = 0; change < 4; ++change) {
      state = state * 1664525 + 1013904223;
      file[(state >> 8) % file.size()] = static_cast<char>(state >> 24);
    }
    try {
      EXPECT_GT(PreparePhoto(file).width, 0);
    } catch (const PaperError&) {
    }
  }
}

}  // namespace
}  // namespace permit::views
