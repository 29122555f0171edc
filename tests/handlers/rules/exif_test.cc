#include "handlers/rules/exif.h"

#include <gtest/gtest.h>

#include <string>

namespace permit {
namespace {

using namespace std::string_literals;

std::string Jpeg(const std::string& tiff) {
  std::string segment = "Exif\0\0"s + tiff;
  std::string length = {'\0', static_cast<char>(segment.size() + 2)};
  return "\xff\xd8\xff\xe1"s + length + segment + "\xff\xda";
}

std::string BigEndian(char orientation) {
  return "MM\0\x2a\0\0\0\x08\0\x02"s + "\x01\x0f\0\x02\0\0\0\x01\0\0\0\0"s +
         "\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0"s;
}

std::string LittleEndian(char orientation) {
  return "II\x2a\0\x08\0\0\0\x01\0"s + "\x12\x01\x03\0\x01\0\0\0"s + orientation + "\0\0\0"s;
}

TEST(Exif, TellsTheOrientationInBothByteOrders) {
  for (char orientation = 1; orientation <= 8; ++orientation) {
    EXPECT_EQ(ExifOrientation(Jpeg(BigEndian(orientation))), orientation);
    EXPECT_EQ(ExifOrientation(Jpeg(LittleEndian(orientation))), orientation);
  }
  EXPECT_EQ(ExifOrientation(Jpeg(BigEndian(0))), 1);
  EXPECT_EQ(ExifOrientation(Jpeg(BigEndian(9))), 1);
}

TEST(Exif, AMissingOrBrokenSegmentTellsNothing) {
  EXPECT_EQ(ExifOrientation(""), 0);
  EXPECT_EQ(ExifOrientation("\xff\xd8\xff\xda"), 0);
  std::string whole = Jpeg(BigEndian(6));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    int orientation = ExifOrientation(std::string_view(whole).substr(0, size));
    EXPECT_TRUE(orientation == 0 || orientation == 6) << size;
  }
  EXPECT_EQ(ExifOrientation(Jpeg("MM\0\x2a\xff\xff\xff\xff"s)), 1);
  EXPECT_EQ(ExifOrientation(Jpeg("MM\0\x2a\0\0\0\x08\xff\xff"s)), 1);
}

TEST(Exif, FromFiveOnAPictureLiesOnItsSide) {
  EXPECT_FALSE(LiesOnItsSide(4));
  EXPECT_TRUE(LiesOnItsSide(5));
}

}  // namespace
}  // namespace permit
