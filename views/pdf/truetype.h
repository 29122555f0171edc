// TrueType fonts as files hold them.
#pragma once

#include <string>
#include <string_view>

namespace permit::views {

// The font without the programs that fit outlines to the pixels of a coarse screen: of each glyph,
// and the tables `cvt `, `fpgm` and `prep`. Outlines and widths stay. A font that is not built as
// the OpenType specification says is a PdfFormatError.
std::string WithoutInstructions(std::string_view font);

}  // namespace permit::views
