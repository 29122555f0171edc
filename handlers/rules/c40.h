// C40 text in bytes, as seals write it: three characters of A-Z, 0-9 and `<` in two bytes.
//
// Three values u1 u2 u3 (`<` and space 3, digits 4-13, letters 14-39) are the big-endian number
// 1600·u1 + 40·u2 + u3 + 1. Of two characters left over the third value is 0; one left over is FE
// and its ASCII code plus 1. A text has one form alone: bytes in any other are refused (ICAO Doc
// 9303-13, 3.1, after ISO/IEC 16022).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace permit {

// nullopt when a character has no value. A space comes back as `<`.
std::optional<std::string> EncodeC40(std::string_view text);
std::optional<std::string> DecodeC40(std::string_view bytes);

// Bytes that a text of that many characters takes.
constexpr std::size_t C40Size(std::size_t characters) { return 2 * ((characters + 2) / 3); }

}  // namespace permit
