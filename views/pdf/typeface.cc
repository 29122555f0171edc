#include "views/pdf/typeface.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pangofc-font.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "views/pdf/paper.h"
#include "views/pdf/printable.h"

namespace permit::views {
namespace {

constexpr std::array<std::string_view, 8> kFamilies = {
    "Gentium Plus", "TW-Kai",   "TW-Kai-Ext-B", "TW-Kai-Plus",
    "LXGW WenKai",  "HanaMinA", "HanaMinB",     "BabelStone Han"};
// The first of those that stand in for TW-Kai where it has no glyph, for Han characters alone.
constexpr std::size_t kStandIns = 4;

// Written one character after the other, each with its own glyph: what pango sets without a face's
// shaping rules. Arabic, Thai, Tibetan, Mongolian and the scripts of India are none of these,
// though TW-Kai holds their letters.
constexpr GUnicodeScript kSetScripts[] = {G_UNICODE_SCRIPT_COMMON,   G_UNICODE_SCRIPT_INHERITED,
                                          G_UNICODE_SCRIPT_HAN,      G_UNICODE_SCRIPT_LATIN,
                                          G_UNICODE_SCRIPT_GREEK,    G_UNICODE_SCRIPT_CYRILLIC,
                                          G_UNICODE_SCRIPT_BOPOMOFO, G_UNICODE_SCRIPT_HIRAGANA,
                                          G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_YI};

struct FontDescriptionFree {
  void operator()(PangoFontDescription* description) const {
    pango_font_description_free(description);
  }
};
struct AttrListUnref {
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
struct GFree {
  void operator()(gchar* text) const { g_free(text); }
};
struct IterFree {
  void operator()(PangoLayoutIter* iter) const { pango_layout_iter_free(iter); }
};
using Context = std::unique_ptr<PangoContext, GObjectUnref>;

PangoContext* SharedContext() {
  static const Context context = [] {
    PangoFontMap* map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    Context made(pango_font_map_create_context(map));
    g_object_unref(map);  // the context keeps it
    pango_context_set_language(made.get(), pango_language_from_string("zh-TW"));
    pango_context_set_round_glyph_positions(made.get(), FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(made.get(), options);
    cairo_font_options_destroy(options);
    return made;
  }();
  return context.get();
}

std::string_view FamilyOf(PangoFont* font) {
  FcChar8* family = nullptr;
  const FcResult result =
      FcPatternGetString(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_FAMILY, 0, &family);
  return result == FcResultMatch ? reinterpret_cast<const char*>(family) : "";
}

gunichar PointAt(std::string_view text, std::size_t offset) {
  return g_utf8_get_char_validated(text.data() + offset, static_cast<gssize>(text.size() - offset));
}

std::size_t Length(gunichar point) {
  return static_cast<std::size_t>(g_unichar_to_utf8(point, nullptr));
}

bool IsHan(gunichar point) { return g_unichar_get_script(point) == G_UNICODE_SCRIPT_HAN; }

std::string CharacterAt(std::string_view text, std::size_t offset) {
  std::size_t length = 1;
  while (offset + length < text.size() && (text[offset + length] & 0xC0) == 0x80) ++length;
  return std::string(text.substr(offset, length));
}

// The first character of the run that its face may not set: any when the face is not listed, one
// that is no Han character when the face stands in for TW-Kai.
std::optional<std::size_t> FirstOfAnotherFace(std::string_view text, const PangoItem* item) {
  const auto face = std::find(kFamilies.begin(), kFamilies.end(), FamilyOf(item->analysis.font));
  const auto begin = static_cast<std::size_t>(item->offset);
  if (face == kFamilies.end()) return begin;
  if (face < kFamilies.begin() + kStandIns) return std::nullopt;
  for (std::size_t at = begin; at < begin + static_cast<std::size_t>(item->length);) {
    const gunichar point = PointAt(text, at);
    if (!IsHan(point)) return at;
    at += Length(point);
  }
  return std::nullopt;
}

std::optional<std::size_t> FirstUnlisted(std::string_view text, PangoLayout* layout) {
  const std::unique_ptr<PangoLayoutIter, IterFree> iter(pango_layout_get_iter(layout));
  do {
    const PangoLayoutRun* run = pango_layout_iter_get_run_readonly(iter.get());
    if (run == nullptr) continue;
    if (const auto offset = FirstOfAnotherFace(text, run->item)) return offset;
    for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
      if ((run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0) continue;
      return static_cast<std::size_t>(run->item->offset + run->glyphs->log_clusters[i]);
    }
  } while (pango_layout_iter_next_run(iter.get()));
  return std::nullopt;
}

// Control characters, characters of private use and those of scripts that are not set.
bool IsSet(gunichar point) {
  if (point == '\n') return true;
  const GUnicodeType type = g_unichar_type(point);
  if (type == G_UNICODE_CONTROL || type == G_UNICODE_PRIVATE_USE) return false;
  const GUnicodeScript script = g_unichar_get_script(point);
  return std::find(std::begin(kSetScripts), std::end(kSetScripts), script) != std::end(kSetScripts);
}

bool IsVariationSelector(gunichar point) {
  return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
}

bool IsMark(gunichar point) { return g_unichar_ismark(point) && !IsVariationSelector(point); }

// Whether the marks of a letter may leave its line: those that make no composed character with it
// are at most one, above a letter of an alphabet.
bool PilesUp(std::string_view cluster) {
  constexpr int kAbove = 230;  // of the canonical combining classes
  const std::unique_ptr<gchar, GFree> composed(g_utf8_normalize(
      cluster.data(), static_cast<gssize>(cluster.size()), G_NORMALIZE_DEFAULT_COMPOSE));
  const gunichar letter = g_utf8_get_char(composed.get());
  int marks = IsMark(letter) ? 1 : 0;
  for (const gchar* at = g_utf8_next_char(composed.get()); *at != 0; at = g_utf8_next_char(at)) {
    if (!g_unichar_isalpha(letter) || IsHan(letter)) return true;
    if (g_unichar_combining_class(g_utf8_get_char(at)) != kAbove) return true;
    ++marks;
  }
  return marks > 1;
}

std::optional<std::size_t> FirstBroken(std::string_view text) {
  const gchar* end = nullptr;
  if (!g_utf8_validate(text.data(), static_cast<gssize>(text.size()), &end)) {
    return static_cast<std::size_t>(end - text.data());
  }
  for (std::size_t at = 0; at < text.size();) {
    const gunichar point = PointAt(text, at);
    if (!IsSet(point)) return at;
    const std::size_t begin = at;
    std::size_t last = at;  // of its marks
    for (at += Length(point); at < text.size() && IsMark(PointAt(text, at));) {
      last = at;
      at += Length(PointAt(text, at));
    }
    if (PilesUp(text.substr(begin, at - begin))) return last;
  }
  return std::nullopt;
}

using AttrList = std::unique_ptr<PangoAttrList, AttrListUnref>;

// A space takes the face of the letter before it, and a face that is used for a space alone still
// adds a font to the file: so the Latin face has them all. Ligatures would be a font more as well.
// A long number or address is broken without a hyphen, which would read as part of it.
AttrList Attributes(std::string_view text, double tracking) {
  AttrList attributes(pango_attr_list_new());
  pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("liga=0, clig=0"));
  pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
  if (tracking != 0) {
    pango_attr_list_insert(attributes.get(),
                           pango_attr_letter_spacing_new(static_cast<int>(tracking * PANGO_SCALE)));
  }
  for (std::size_t at = text.find(' '); at != text.npos; at = text.find(' ', at + 1)) {
    PangoAttribute* latin = pango_attr_family_new(kFamilies.front().data());
    latin->start_index = static_cast<guint>(at);
    latin->end_index = static_cast<guint>(at + 1);
    pango_attr_list_insert(attributes.get(), latin);
  }
  return attributes;
}

// Pango takes the glyph out of the space at which a line is wrapped. It is put back, without a
// width, or readers that follow the file's content run the words before and after it together.
void KeepSpacesAtEnds(PangoLayout* layout) {
  const char* text = pango_layout_get_text(layout);
  for (int i = 0; i < pango_layout_get_line_count(layout); ++i) {
    for (GSList* entry = pango_layout_get_line(layout, i)->runs; entry != nullptr;
         entry = entry->next) {
      const auto* run = static_cast<const PangoLayoutRun*>(entry->data);
      for (int at = 0; at < run->glyphs->num_glyphs; ++at) {
        PangoGlyph& glyph = run->glyphs->glyphs[at].glyph;
        hb_codepoint_t space = 0;
        if (glyph == PANGO_GLYPH_EMPTY &&
            text[run->item->offset + run->glyphs->log_clusters[at]] == ' ' &&
            hb_font_get_nominal_glyph(pango_font_get_hb_font(run->item->analysis.font), ' ',
                                      &space) != 0) {
          glyph = space;
        }
      }
    }
  }
}

Layout Shape(std::string_view text, double tracking, double width) {
  static const std::string families = [] {
    std::string list;
    for (std::string_view family : kFamilies) list.append(family).append(",");
    return list;
  }();
  Layout layout(pango_layout_new(SharedContext()));
  const std::unique_ptr<PangoFontDescription, FontDescriptionFree> font(
      pango_font_description_new());
  pango_font_description_set_family_static(font.get(), families.c_str());
  pango_font_description_set_absolute_size(font.get(), kLayoutSize * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_attributes(layout.get(), Attributes(text, tracking).get());
  if (width != kOneLine) {
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  }
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  if (width != kOneLine) KeepSpacesAtEnds(layout.get());
  return layout;
}

// Most texts of a paper are its own words, which come again with the next.
class KeptLayouts {
 public:
  Layout Find(const std::string& key) {
    const auto found = layouts_.find(key);
    return found == layouts_.end() ? nullptr : Share(found->second);
  }
  Layout Keep(std::string key, Layout layout) {
    constexpr std::size_t kMost = 400;
    if (layouts_.size() >= kMost) layouts_.clear();
    Layout shared = Share(layout);
    layouts_.emplace(std::move(key), std::move(layout));
    return shared;
  }

 private:
  static Layout Share(const Layout& layout) {
    return Layout(PANGO_LAYOUT(g_object_ref(layout.get())));
  }

  std::unordered_map<std::string, Layout> layouts_;
};

std::string Describe(const std::string& character, std::string_view text) {
  const std::string code = CodeOf(character);
  if (code.empty()) return "a broken byte in a text";
  std::string message = "no glyph for " + code;
  if (static_cast<unsigned char>(character.front()) >= 0x20) message.append(" ").append(character);
  return message.append(" in “").append(text).append("”");
}

}  // namespace

UnknownCharacter::UnknownCharacter(std::string character, std::string_view text)
    : PaperError(Describe(character, text)), character_(std::move(character)) {}

Layout NewLayout(std::string_view text, double tracking, double width) {
  static KeptLayouts kept;
  std::string key = std::to_string(tracking) + '/' + std::to_string(width) + '/';
  key += text;
  if (Layout layout = kept.Find(key)) return layout;
  if (const auto offset = FirstBroken(text)) {
    throw UnknownCharacter(CharacterAt(text, *offset), text);
  }
  Layout layout = Shape(text, tracking, width);
  if (const auto offset = FirstUnlisted(text, layout.get())) {
    throw UnknownCharacter(CharacterAt(text, *offset), text);
  }
  return kept.Keep(std::move(key), std::move(layout));
}

bool IsLatin(PangoFont* font) { return FamilyOf(font) == kFamilies.front(); }

std::optional<std::string> FirstUnprintable(std::string_view text) {
  try {
    NewLayout(text);
    return std::nullopt;
  } catch (const UnknownCharacter& unknown) {
    return unknown.character();
  }
}

std::string CodeOf(std::string_view character) {
  const gunichar point =
      g_utf8_get_char_validated(character.data(), static_cast<gssize>(character.size()));
  if (point >= 0x110000) return "";
  char code[16];
  g_snprintf(code, sizeof code, "U+%04X", point);
  return code;
}

std::string Printable(std::string text) {
  while (const auto unknown = FirstUnprintable(text)) {
    const std::size_t at = text.find(*unknown);
    const std::string code = CodeOf(*unknown);
    text.replace(at, unknown->size(), code.empty() ? "[?]" : "[" + code + "]");
  }
  return text;
}

}  // namespace permit::views
