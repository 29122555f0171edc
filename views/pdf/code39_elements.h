// The characters of Code 39 (ISO/IEC 16388) as bars and spaces, whatever draws them.
#pragma once

#include <string_view>

namespace permit::views {

// The nine elements of a character, bar and space in turn, beginning with a bar: 'n' is narrow, 'w'
// wide. '*' starts and stops a symbol. Empty: Code 39 has no such character.
std::string_view Code39Elements(char character);

}  // namespace permit::views
