// The comparison key of a name: two spellings of one name have the same key.
//
// Keys are compared and never stored or shown; what is kept is the register's spelling. They fold
// what input methods, identity cards, travel permits and the register write differently:
//   both     letter case, width, compatibility forms, white space, invisible format characters
//   Chinese  middle dots of every kind, variation selectors, Kangxi and CJK radicals, traditional
//            against simplified (OpenCC, then ICU, which knows some that OpenCC does not), and
//            variants of one character that neither table holds
//   Latin    spaces, hyphens, apostrophes and dots; accents; Ü, which passports write YU, and U
//            before E
// A long dash or a katakana prolonged sound mark behind a Han character, and before another or at
// the end, is 一, for which input methods offer them: no name holds such a sign there. A hyphen
// stays one, since it joins double surnames.
// Characters that merely look alike (𠮷 and 吉) stay different. UTF-8; what is not UTF-8 has a key
// that no name has. Throws std::runtime_error where the tables of ICU or OpenCC are not installed.
#pragma once

#include <string>
#include <string_view>

namespace permit {

std::string ChineseNameKey(std::string_view name);
std::string LatinNameKey(std::string_view name);

}  // namespace permit
