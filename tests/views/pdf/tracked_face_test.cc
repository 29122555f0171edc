#include "views/pdf/tracked_face.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "tests/support/papers/pdf_reader.h"
#include "tests/support/papers/sample_papers.h"
#include "views/pdf/canvas.h"
#include "views/pdf/typeface.h"

namespace permit::views {
namespace {

using test::PdfReader;

void ExpectFoundWhole(const Paper& paper, const std::vector<std::string>& texts) {
  const PdfReader reader(paper.bytes);
  for (const auto& [program, lines] :
       {std::pair{"pdftotext", reader.Lines()}, std::pair{"mutool", reader.MutoolLines()}}) {
    for (const std::string& text : texts) {
      EXPECT_NE(lines.find(text), lines.npos) << program << ": " << text << "\n" << lines;
    }
  }
}

TEST(TrackedFace, SpacedTitlesAndNumbersAreFoundWholeByBothReaders) {
  ExpectFoundWhole(DrawPermit(test::SamplePermit()),
                   {"中華民國內政部移民署", "中華民國臺灣地區入出境許可證",
                    "EXIT & ENTRY PERMIT TAIWAN REPUBLIC OF CHINA", "115695200123", "大陸地區人民",
                    "T12345678", "440524200301010023"});
  ExpectFoundWhole(DrawReceipt(test::SampleReceipt()),
                   {"電子收據", "OFFICIAL RECEIPT", "115-0000012", "P26091800012"});
  const SlipPaper slip = test::SampleSlip();
  ExpectFoundWhole(DrawSlip(slip), {"內政部移民署繳費單", "超商專用", slip.barcodes->first,
                                    slip.barcodes->second, slip.barcodes->third});
}

TEST(TrackedFace, ATextOfAnyWidthOfSpacingIsFoundWhole) {
  Canvas canvas({.title = "t", .subject = "s", .made_at = {}});
  const std::vector<std::string> texts = {"TAIWAN 2026", "電子收據", "出入 PERMIT 許可證"};
  canvas.Tagged("Document", [&] {
    double y = 20;
    for (double tracking : {0.5, 0.85, 0.9, 1.0, 1.5, 3.0, 6.0}) {
      for (const std::string& text : texts) {
        canvas.Text({10, y, 180, 6}, std::to_string(static_cast<int>(y)) + "/" + text,
                    {.size = 10, .tracking = tracking});
        y += 10;
      }
    }
  });
  const PdfReader reader(canvas.Finish().bytes);
  for (const std::string& lines : {reader.Lines(), reader.MutoolLines()}) {
    for (const std::string& text : texts) {
      std::size_t found = 0;
      for (std::size_t at = lines.find(text); at != lines.npos; at = lines.find(text, at + 1)) {
        ++found;
      }
      EXPECT_EQ(found, 7u) << text << "\n" << lines;
    }
  }
}

TEST(TrackedFace, IsMadeOnceForTheSameGlyphs) {
  const Layout layout = NewLayout("電子");
  PangoFont* font =
      static_cast<PangoLayoutRun*>(pango_layout_get_line_readonly(layout.get(), 0)->runs->data)
          ->item->analysis.font;
  const TrackedGlyphs made = TrackedFace(font, {400, 300}, 0.2);
  const TrackedGlyphs again = TrackedFace(font, {300, 400, 300}, 0.2);
  EXPECT_EQ(again.face, made.face);
  EXPECT_EQ(again.glyphs, (std::vector<unsigned>{made.glyphs[1], made.glyphs[0], made.glyphs[1]}));
  EXPECT_NE(TrackedFace(font, {300, 400}, 0.3).face, made.face);
  EXPECT_NE(TrackedFace(font, {300, 401}, 0.2).face, made.face);
}

}  // namespace
}  // namespace permit::views
