// In which encoding the bytes of a file are, as far as bytes tell, and Big5 read as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace permit {

// Empty for UTF-8, with or without a byte order mark. Else the likeliest other: "UTF-16" with or
// without a byte order mark, "Big5" or "GB18030" for double-byte Chinese, "an unknown encoding".
std::string OtherEncoding(std::string_view bytes);

// Big5 as UTF-8 that is safe to store and show: a byte without a meaning, half of a character and a
// control character become U+FFFD. Never fails.
std::string DecodeBig5(std::string_view bytes);

}  // namespace permit
