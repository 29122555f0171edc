#include "views/pdf/tracked_face.h"

#include <cairo-ft.h>
#include <hb-subset.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>

namespace permit::views {
namespace {

struct Free {
  void operator()(hb_blob_t* one) const { hb_blob_destroy(one); }
  void operator()(hb_face_t* one) const { hb_face_destroy(one); }
  void operator()(hb_set_t* one) const { hb_set_destroy(one); }
  void operator()(hb_subset_input_t* one) const { hb_subset_input_destroy(one); }
  void operator()(hb_subset_plan_t* one) const { hb_subset_plan_destroy(one); }
};
using Blob = std::unique_ptr<hb_blob_t, Free>;
using Face = std::unique_ptr<hb_face_t, Free>;
using Set = std::unique_ptr<hb_set_t, Free>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Free>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, Free>;

std::string Bytes(hb_blob_t* blob) {
  unsigned size = 0;
  const char* bytes = hb_blob_get_data(blob, &size);
  return std::string(bytes, size);
}

std::string Table(hb_face_t* face, hb_tag_t tag) {
  return Bytes(Blob(hb_face_reference_table(face, tag)).get());
}

unsigned Read16(std::string_view table, std::size_t at) {
  if (at + 2 > table.size()) throw std::runtime_error("a font's table that is cut");
  return static_cast<unsigned char>(table[at]) * 256u + static_cast<unsigned char>(table[at + 1]);
}

void Write16(std::string& table, std::size_t at, unsigned value) {
  if (at + 2 > table.size()) throw std::runtime_error("a font's table that is cut");
  table[at] = static_cast<char>(value >> 8);
  table[at + 1] = static_cast<char>(value & 0xFF);
}

// A font file of those glyphs alone, and the numbers that it gives them.
struct Subset {
  Face face;
  std::map<unsigned, unsigned> numbers;
};

Subset CutDown(hb_face_t* face, const hb_set_t* glyphs) {
  const SubsetInput wanted(hb_subset_input_create_or_fail());
  if (!wanted) throw std::bad_alloc();
  hb_subset_input_set_flags(wanted.get(), HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_union(hb_subset_input_glyph_set(wanted.get()), glyphs);
  hb_set_t* dropped = hb_subset_input_set(wanted.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (hb_tag_t tag :
       {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F')}) {
    hb_set_add(dropped, tag);
  }
  const SubsetPlan plan(hb_subset_plan_create_or_fail(face, wanted.get()));
  const Face made(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
  if (!made) throw std::runtime_error("a font that cannot be cut down");
  // As a file, whose tables can be listed.
  Subset subset{Face(hb_face_create(Blob(hb_face_reference_blob(made.get())).get(), 0)), {}};
  const hb_map_t* numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(glyphs, &glyph) != 0;) {
    subset.numbers[glyph] = hb_map_get(numbers, glyph);
  }
  return subset;
}

constexpr hb_tag_t kMetrics = HB_TAG('h', 'm', 't', 'x');
constexpr hb_tag_t kHeader = HB_TAG('h', 'h', 'e', 'a');
constexpr std::size_t kWidestAdvance = 10;  // in the header
constexpr std::size_t kMetricsCount = 34;

// `hmtx` with an entry for each glyph, every advance wider by `more` units of the font.
std::string Widened(std::string_view metrics, unsigned count, unsigned glyphs, unsigned more) {
  std::string wide(4 * std::size_t{glyphs}, '\0');
  for (unsigned glyph = 0; glyph < glyphs; ++glyph) {
    const std::size_t last = std::min(glyph, count - 1);
    const std::size_t bearing =
        glyph < count ? 4 * std::size_t{glyph} + 2 : 4 * std::size_t{count} + 2 * (glyph - count);
    Write16(wide, 4 * std::size_t{glyph}, Read16(metrics, 4 * last) + more);
    Write16(wide, 4 * std::size_t{glyph} + 2, Read16(metrics, bearing));
  }
  return wide;
}

std::string WithWiderAdvances(hb_face_t* face, double em) {
  const auto more = static_cast<unsigned>(std::lround(em * hb_face_get_upem(face)));
  const unsigned glyphs = hb_face_get_glyph_count(face);
  std::string header = Table(face, kHeader);
  const std::string metrics =
      Widened(Table(face, kMetrics), Read16(header, kMetricsCount), glyphs, more);
  Write16(header, kWidestAdvance, Read16(header, kWidestAdvance) + more);
  Write16(header, kMetricsCount, glyphs);

  const Face made(hb_face_builder_create());
  const auto add = [&](hb_tag_t tag, const std::string& table) {
    const Blob blob(hb_blob_create(table.data(), static_cast<unsigned>(table.size()),
                                   HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
    hb_face_builder_add_table(made.get(), tag, blob.get());
  };
  hb_tag_t tags[64];
  unsigned count = std::size(tags);
  hb_face_get_table_tags(face, 0, &count, tags);
  for (unsigned i = 0; i < count; ++i) {
    if (tags[i] != kMetrics && tags[i] != kHeader) add(tags[i], Table(face, tags[i]));
  }
  add(kMetrics, metrics);
  add(kHeader, header);
  return Bytes(Blob(hb_face_reference_blob(made.get())).get());
}

// A font file in memory, as cairo draws from it; never freed.
cairo_font_face_t* Open(const std::string& bytes) {
  static FT_Library library = [] {
    FT_Library made = nullptr;
    if (FT_Init_FreeType(&made) != 0) throw std::bad_alloc();
    return made;
  }();
  FT_Face face = nullptr;
  if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                         static_cast<FT_Long>(bytes.size()), 0, &face) != 0) {
    throw std::runtime_error("a font that FreeType does not open");
  }
  return cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING);
}

// Adds the glyphs of ASCII, with which any number is set.
void AddAscii(hb_font_t* font, hb_set_t* glyphs) {
  for (hb_codepoint_t character = ' '; character < 0x7F; ++character) {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(font, character, &glyph) != 0) hb_set_add(glyphs, glyph);
  }
}

struct KeptFace {
  Face from;  // kept, so that its address in the key stays its own
  std::unique_ptr<std::string> bytes;
  cairo_font_face_t* face;
  std::map<unsigned, unsigned> numbers;
};

KeptFace MakeFace(hb_face_t* whole, const hb_set_t* glyphs, double em) {
  Subset subset = CutDown(whole, glyphs);
  auto bytes = std::make_unique<std::string>(WithWiderAdvances(subset.face.get(), em));
  cairo_font_face_t* face = Open(*bytes);
  return {Face(hb_face_reference(whole)), std::move(bytes), face, std::move(subset.numbers)};
}

}  // namespace

TrackedGlyphs TrackedFace(PangoFont* font, const std::vector<unsigned>& glyphs, double em) {
  using Key = std::tuple<hb_face_t*, long, std::vector<unsigned>>;
  static std::map<Key, KeptFace> kept;
  hb_font_t* sized = pango_font_get_hb_font(font);
  hb_face_t* whole = hb_font_get_face(sized);
  const Set wanted(hb_set_create());
  AddAscii(sized, wanted.get());
  std::vector<unsigned> others;
  for (unsigned glyph : glyphs) {
    if (hb_set_has(wanted.get(), glyph) == 0) others.push_back(glyph);
  }
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  for (unsigned glyph : others) hb_set_add(wanted.get(), glyph);

  const Key key{whole, std::lround(em * 10000), others};
  auto found = kept.find(key);
  if (found == kept.end()) {
    found = kept.emplace(key, MakeFace(whole, wanted.get(), em)).first;
  }
  TrackedGlyphs tracked{found->second.face, {}};
  tracked.glyphs.reserve(glyphs.size());
  for (unsigned glyph : glyphs) tracked.glyphs.push_back(found->second.numbers.at(glyph));
  return tracked;
}

}  // namespace permit::views
