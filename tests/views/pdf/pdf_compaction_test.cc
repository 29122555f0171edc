#include "views/pdf/pdf_compaction.h"

#include <cairo-pdf.h>
#include <gtest/gtest.h>

#include "tests/support/papers/pdf_reader.h"
#include "tests/support/papers/sample_papers.h"
#include "views/pdf/font_hinting.h"
#include "views/pdf/stored_streams.h"

namespace permit::views {
namespace {

// A page as cairo leaves it: a few words and a curve.
std::string Drawn() {
  std::string bytes;
  cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(
      [](void* to, const unsigned char* data, unsigned size) {
        static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), size);
        return CAIRO_STATUS_SUCCESS;
      },
      &bytes, 300, 300);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-01-02T03:04:05Z");
  cairo_t* context = cairo_create(surface);
  cairo_select_font_face(context, "TW-Kai", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(context, 30);
  cairo_move_to(context, 20, 60);
  cairo_show_text(context, "國立臺灣 É");
  cairo_curve_to(context, 10, 200, 200, 300, 290, 120);
  cairo_stroke(context);
  cairo_destroy(context);
  cairo_surface_finish(surface);
  cairo_surface_destroy(surface);
  return bytes;
}

std::string Compacted(const std::string& drawn) {
  const PdfFile file(drawn);
  return file.Rewritten(CompactPdf(file));
}

TEST(PdfCompaction, IsSmallerAndReadsTheSame) {
  const std::string drawn = Drawn();
  const std::string compact = Compacted(drawn);
  EXPECT_LT(compact.size(), drawn.size());
  const test::PdfReader before(drawn);
  const test::PdfReader after(compact);
  EXPECT_EQ(after.Check(), "");
  EXPECT_EQ(after.Text(), before.Text());
  EXPECT_EQ(after.Page(72), before.Page(72)) << "the same picture, point by point";
}

TEST(PdfCompaction, StoredOrNotTheResultIsTheSame) {
  const std::string compressed = Drawn();
  std::string stored;
  {
    const StoredStreams storing;
    stored = Drawn();
  }
  EXPECT_GT(stored.size(), compressed.size()) << "cairo's streams were not stored";
  EXPECT_EQ(Drawn().size(), compressed.size()) << "it ends with its scope";
  EXPECT_EQ(Compacted(stored), Compacted(compressed));
}

TEST(FontHinting, AFontThatIsCutIsRefused) {
  EXPECT_THROW(WithoutHinting(""), PdfFormatError);
  EXPECT_THROW(WithoutHinting(std::string("\0\1\0\0\0\1\0\0\0\0\0\0", 12)), PdfFormatError);
  EXPECT_THROW(WithoutHinting(std::string(200, '\xFF')), PdfFormatError);
}

}  // namespace
}  // namespace permit::views
