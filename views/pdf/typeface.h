// The faces of the papers: TW-Kai with its supplementary planes for Chinese, Gentium Plus for
// Latin, and behind TW-Kai, for Han characters that it lacks, LXGW WenKai (a Kai too; it completes
// the PRC's table of 8,105 characters), HanaMin (all up to Extension F) and BabelStone Han (three
// fifths of Extension G, half of H). Nothing else; nor scripts that need shaping rules, nor marks
// that would pile up over a letter or under it.
//
// There is one font map a process; it is made at the first use and kept. Not for several threads.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string_view>

namespace permit::views {

struct GObjectUnref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, GObjectUnref>;

// Layouts are made at this size and scaled when they are drawn, so that a text is shaped once
// whatever size it ends with.
inline constexpr double kLayoutSize = 10;  // points

// The text in lines no wider than `width` points at the layout size, or on one line when it is
// kOneLine; `tracking` points follow each character. Text that is no UTF-8 or that needs a
// character of another face throws UnknownCharacter. Layouts are kept and shared: do not change
// them.
inline constexpr double kOneLine = -1;
Layout NewLayout(std::string_view text, double tracking = 0, double width = kOneLine);

bool IsLatin(PangoFont* font);  // the face of the Latin letters

}  // namespace permit::views
