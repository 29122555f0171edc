#include "handlers/rules/photo_crop.h"

#include <gtest/gtest.h>

namespace permit::test {
namespace {

TEST(PhotoCrop, TheLargestFrameInTheMiddleUnlessAskedOtherwise) {
  const CropFrame frame = FrameOf(1000, 2000, {});
  EXPECT_EQ(1000u, frame.width);
  EXPECT_EQ(1286u, frame.height);
  EXPECT_EQ(0u, frame.left);
  EXPECT_EQ(357u, frame.top);
  EXPECT_EQ(826u, FrameOf(2000, 1062, {}).width);
  EXPECT_EQ(587u, FrameOf(2000, 1062, {}).left);
}

TEST(PhotoCrop, EveryCropLiesInThePictureAndIsLargeEnough) {
  for (auto [width, height] : {std::pair{413u, 531u},
                               {414u, 531u},
                               {413u, 900u},
                               {830u, 1063u},
                               {1652u, 2203u},
                               {1652u, 60000u}}) {
    for (int size : {0, 1, 333, LeastCropSize(width, height), 999, 1000}) {
      for (int x : {0, 1, 499, 1000}) {
        for (int y : {0, 777, 1000}) {
          const CropFrame frame = FrameOf(width, height, {size, x, y});
          EXPECT_GE(frame.width, 413u);
          EXPECT_GE(frame.height, 531u);
          EXPECT_LE(frame.left + frame.width, width);
          EXPECT_LE(frame.top + frame.height, height);
        }
      }
    }
  }
}

TEST(PhotoCrop, TheEdgesAreReached) {
  const CropFrame far = FrameOf(1000, 2000, {500, 1000, 1000});
  EXPECT_EQ(1000u, far.left + far.width);
  EXPECT_EQ(2000u, far.top + far.height);
  EXPECT_EQ(0u, FrameOf(1000, 2000, {500, 0, 0}).left);
}

TEST(PhotoCrop, OnlyNumbersOfTheScaleAreNumbers) {
  EXPECT_EQ(0, ParseCropNumber("0"));
  EXPECT_EQ(1000, ParseCropNumber("1000"));
  for (const char* bad : {"", "-1", "1001", "99999", "1.5", "1e3", " 5", "NaN", "５"}) {
    EXPECT_EQ(std::nullopt, ParseCropNumber(bad)) << bad;
  }
}

}  // namespace
}  // namespace permit::test
