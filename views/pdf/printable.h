// Which texts the papers' faces can print, asked before one is printed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace permit::views {

// The first character that no face of the papers holds, in UTF-8.
std::optional<std::string> FirstUnprintable(std::string_view text);

// As in the tables of Unicode, "U+1F600"; empty for bytes that are no character.
std::string CodeOf(std::string_view character);

// The text with every such character written as its code, "[U+1F600]"; for papers that are only a
// copy of what counts.
std::string Printable(std::string text);

}  // namespace permit::views
