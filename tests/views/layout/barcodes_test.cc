#include "views/layout/barcodes.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <stdexcept>

namespace permit::views {
namespace {

struct Bar {
  int left = 0;
  int width = 0;
};

std::vector<Bar> BarsOf(const std::string& path) {
  std::vector<Bar> bars;
  for (std::size_t at = path.find('M'); at != std::string::npos; at = path.find('M', at + 1)) {
    Bar bar;
    EXPECT_EQ(std::sscanf(path.c_str() + at, "M%d 0h%dv", &bar.left, &bar.width), 2);
    bars.push_back(bar);
  }
  return bars;
}

TEST(BarcodesTest, ACharacterHasThreeWideElementsOfNine) {
  // "*A*": the bars of A are wide, narrow, narrow, narrow, wide.
  const BarcodeDrawing drawing = DrawBarcode("A");
  const std::vector<Bar> bars = BarsOf(drawing.path);
  ASSERT_EQ(bars.size(), 15U);
  const int a[] = {5, 2, 2, 2, 5};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(bars[5 + i].width, a[i]) << i;
  // The wide space of A is its third.
  EXPECT_EQ(bars[8].left - (bars[7].left + bars[7].width), 5);
  EXPECT_EQ(bars[6].left - (bars[5].left + bars[5].width), 2);
}

TEST(BarcodesTest, TenNarrowBarsAreFreeAtEitherSide) {
  for (const char* text : {"A", "070939000001000"}) {
    const BarcodeDrawing drawing = DrawBarcode(text);
    const std::vector<Bar> bars = BarsOf(drawing.path);
    EXPECT_EQ(bars.front().left, 20);
    EXPECT_EQ(drawing.width - (bars.back().left + bars.back().width), 20);
  }
}

TEST(BarcodesTest, AShortSymbolStandsInTheMiddleInTheSameScale) {
  const BarcodeDrawing alone = DrawBarcode("0807096II");
  const BarcodeDrawing wide = DrawBarcode("0807096II", alone.width + 100);
  EXPECT_EQ(wide.width, alone.width + 100);
  const std::vector<Bar> narrow_bars = BarsOf(alone.path), wide_bars = BarsOf(wide.path);
  ASSERT_EQ(narrow_bars.size(), wide_bars.size());
  for (std::size_t i = 0; i < narrow_bars.size(); ++i) {
    EXPECT_EQ(wide_bars[i].left, narrow_bars[i].left + 50);
    EXPECT_EQ(wide_bars[i].width, narrow_bars[i].width);
  }
}

TEST(BarcodesTest, WhatCode39HasNotIsRefused) {
  EXPECT_THROW(DrawBarcode("a"), std::invalid_argument);
  EXPECT_THROW(DrawBarcode("1*2"), std::invalid_argument);
}

}  // namespace
}  // namespace permit::views
