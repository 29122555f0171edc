#include "views/pdf/canvas.h"

#include <gtest/gtest.h>

#include "tests/support/papers/pdf_reader.h"
#include "tests/support/papers/sample_papers.h"
#include "views/pdf/code39.h"
#include "views/pdf/paper_parts.h"
#include "views/pdf/printable.h"
#include "views/pdf/typeface.h"

namespace permit::views {
namespace {

constexpr double kMillimetresPerPoint = 25.4 / 72;

class CanvasTest : public ::testing::Test {
 protected:
  // How high a line of that size is.
  static double Line(double size) { return size * 1.3 * kMillimetresPerPoint; }

  Canvas canvas_{{.title = "t", .subject = "s", .made_at = {}}};
};

TEST_F(CanvasTest, AShortTextKeepsItsSize) {
  const Box used = canvas_.Text({10, 10, 100, 20}, "臺灣", {.size = 10});
  EXPECT_NEAR(used.height, Line(10), 0.01);
  EXPECT_NEAR(used.width, 20 * kMillimetresPerPoint, 0.3);
}

TEST_F(CanvasTest, ATextThatIsALittleTooLongShrinksOnItsLine) {
  const double width = 9 * 10 * kMillimetresPerPoint;  // nine of ten characters
  const Box used = canvas_.Text({10, 10, width, 20}, test::LongChinese(10), {.size = 10});
  EXPECT_LT(used.height, Line(10));
  EXPECT_GT(used.height, Line(8));
  EXPECT_LE(used.width, width + 0.01);
}

TEST_F(CanvasTest, ALongerTextWraps) {
  const double width = 5 * 10 * kMillimetresPerPoint + 0.1;
  const Box used = canvas_.Text({10, 10, width, 20}, test::LongChinese(10), {.size = 10});
  EXPECT_NEAR(used.height, 2 * Line(10), 0.01);
}

TEST_F(CanvasTest, ATextIsNeverLargerThanItsBox) {
  for (int count = 1; count < 200; count += 7) {
    for (const std::string& text : {test::LongChinese(count), test::LongEnglish(count)}) {
      const Box area{10, 10, 60, 15};
      const Box used = canvas_.Text(area, text, {.size = 14, .smallest = 3});
      EXPECT_LE(used.right(), area.right() + 0.02) << text;
      EXPECT_LE(used.bottom(), area.bottom() + 0.02) << text;
    }
  }
}

TEST_F(CanvasTest, WhatCannotBeReadAnyMoreIsRefused) {
  EXPECT_THROW(canvas_.Text({10, 10, 60, 15}, test::LongChinese(900), {.size = 14}), TextTooLong);
}

TEST_F(CanvasTest, MeasuringSaysWhatAParagraphTakes) {
  const std::string text = test::LongEnglish(300);
  const Box measured = canvas_.Measure(10, 10, 50, text, {.size = 9});
  EXPECT_DOUBLE_EQ(canvas_.Paragraph(10, 10, 50, text, {.size = 9}).height, measured.height);
}

TEST_F(CanvasTest, AddressesWithQuotesStayOneLink) {
  canvas_.Tagged("Document", [&] {
    canvas_.Linked({10, 10, 50, 10}, "https://example.org/it's?a=(b\\c", [&] {
      canvas_.Text({10, 10, 50, 10}, "x", {});
    });
  });
  EXPECT_EQ(test::PdfReader(canvas_.Finish().bytes).Check(), "");
}

TEST(Typeface, NamesTheFirstCharacterWithoutAGlyph) {
  EXPECT_EQ(FirstUnprintable("鄭雅文 ZHENG 𠮷𡘙 é ü"), std::nullopt);
  EXPECT_EQ(FirstUnprintable("鄭😀文😁"), "😀");
  EXPECT_EQ(FirstUnprintable("a\tb"), "\t");
  EXPECT_EQ(Printable("鄭😀文\t"), "鄭[U+1F600]文[U+0009]");
}

TEST(Typeface, ALongWordIsBrokenWithoutAddingToIt) {
  constexpr int kLetters = 300;
  const Layout layout = NewLayout(std::string(kLetters, 'W'), 0, 100);
  ASSERT_GT(pango_layout_get_line_count(layout.get()), 10);
  int glyphs = 0;
  for (int i = 0; i < pango_layout_get_line_count(layout.get()); ++i) {
    const PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), i);
    for (GSList* entry = line->runs; entry != nullptr; entry = entry->next) {
      glyphs += static_cast<PangoLayoutRun*>(entry->data)->glyphs->num_glyphs;
    }
  }
  EXPECT_EQ(glyphs, kLetters);
}

TEST(PaperParts, DatesAndMoneyAsPapersWriteThem) {
  using namespace std::chrono_literals;
  EXPECT_EQ(PaperDate(2021y / 7 / 1), "01 Jul 2021 (2021年07月01日)");
  EXPECT_EQ(Grouped(0), "0");
  EXPECT_EQ(Grouped(999), "999");
  EXPECT_EQ(Grouped(1000), "1,000");
  EXPECT_EQ(Grouped(1234567), "1,234,567");
}

TEST(Code39, ASymbolIsAsWideAsItsBarsAndGaps) {
  // Each character has six narrow and three wide elements and is followed by a narrow gap.
  const double character = 6 * 0.33 + 3 * 0.825;
  EXPECT_NEAR(Code39Width(16), 18 * character + 17 * 0.33, 1e-9);
  EXPECT_LT(Code39Width(16) + 2 * kCode39QuietZone, 100);
}

}  // namespace
}  // namespace permit::views
