// Fonts without the instructions that fit outlines to the pixels of a coarse screen.
#pragma once

#include <string>
#include <string_view>

namespace permit::views {

// The TrueType font with every glyph under its index: outlines and widths stay, the hinting
// instructions of the glyphs and the tables `cvt `, `fpgm` and `prep` go. The result is the same
// for the same font and the same version of HarfBuzz. Bytes that are not a TrueType font are a
// PdfFormatError.
std::string WithoutHinting(std::string_view font);

}  // namespace permit::views
