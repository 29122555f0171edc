#include "views/pdf/glyph_runs.h"

#include <memory>

#include "views/pdf/tracked_face.h"

namespace permit::views {
namespace {

constexpr double kLatinDrop = 0.07 * kLayoutSize;

struct GlyphItemFree {
  void operator()(PangoGlyphItem* item) const { pango_glyph_item_free(item); }
};
using GlyphItem = std::unique_ptr<PangoGlyphItem, GlyphItemFree>;

double Width(const PangoGlyphItem* item) {
  return static_cast<double>(pango_glyph_string_get_width(item->glyphs)) / PANGO_SCALE;
}

std::size_t Begin(const PangoGlyphItem* item) {
  return static_cast<std::size_t>(item->item->offset);
}
std::size_t End(const PangoGlyphItem* item) {
  return Begin(item) + static_cast<std::size_t>(item->item->length);
}

// As pango_cairo_show_glyph_item, in a face whose advances hold the letter spacing.
void ShowTracked(cairo_t* context, const char* text, const PangoGlyphItem* item, double x, double y,
                 double tracking) {
  const PangoGlyphString* string = item->glyphs;
  std::vector<unsigned> shown;
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters;
  for (int i = 0; i < string->num_glyphs; ++i) {
    const PangoGlyphInfo& glyph = string->glyphs[i];
    const bool empty = glyph.glyph == PANGO_GLYPH_EMPTY;
    if (!empty) {
      shown.push_back(glyph.glyph);
      glyphs.push_back({0, x + glyph.geometry.x_offset / double{PANGO_SCALE},
                        y + glyph.geometry.y_offset / double{PANGO_SCALE}});
    }
    x += glyph.geometry.width / double{PANGO_SCALE};
    const int begin = string->log_clusters[i];
    const int end = i + 1 < string->num_glyphs ? string->log_clusters[i + 1] : item->item->length;
    clusters.push_back({end - begin, empty ? 0 : 1});
  }
  const TrackedGlyphs tracked =
      TrackedFace(item->item->analysis.font, shown, tracking / kLayoutSize);
  for (std::size_t i = 0; i < glyphs.size(); ++i) glyphs[i].index = tracked.glyphs[i];
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(context, options);
  cairo_font_options_destroy(options);
  cairo_set_font_face(context, tracked.face);
  cairo_set_font_size(context, kLayoutSize);
  cairo_show_text_glyphs(context, text + item->item->offset, item->item->length, glyphs.data(),
                         static_cast<int>(glyphs.size()), clusters.data(),
                         static_cast<int>(clusters.size()), cairo_text_cluster_flags_t{});
}

// Latin letters stand a little lower than their own baseline says, so that they sit in the middle
// of the Chinese em box beside them.
void Show(cairo_t* context, const char* text, PangoGlyphItem* item, double x, double tracking) {
  const double y = IsLatin(item->item->analysis.font) ? kLatinDrop : 0;
  if (tracking >= kGapOfASpace * kLayoutSize) {
    ShowTracked(context, text, item, x, y, tracking);
    return;
  }
  cairo_move_to(context, x, y);
  pango_cairo_show_glyph_item(context, text, item);
}

}  // namespace

void ShowLine(cairo_t* context, PangoLayout* layout, PangoLayoutLine* line, double tracking,
              const std::vector<LanguageRun>& languages,
              const std::function<void(std::size_t)>& begin) {
  const char* text = pango_layout_get_text(layout);
  double x = 0;
  std::size_t language = 0;
  const auto show = [&](PangoGlyphItem* item) {
    begin(language);
    Show(context, text, item, x, tracking);
    x += Width(item);
  };
  for (GSList* entry = line->runs; entry != nullptr; entry = entry->next) {
    auto* run = static_cast<PangoLayoutRun*>(entry->data);
    while (languages[language].end <= Begin(run)) ++language;
    if (End(run) <= languages[language].end) {
      show(run);
      continue;
    }
    const GlyphItem rest(pango_glyph_item_copy(run));
    while (End(rest.get()) > languages[language].end) {
      const auto length = languages[language].end - Begin(rest.get());
      const GlyphItem part(pango_glyph_item_split(rest.get(), text, static_cast<int>(length)));
      show(part.get());
      ++language;
    }
    show(rest.get());
  }
}

}  // namespace permit::views
