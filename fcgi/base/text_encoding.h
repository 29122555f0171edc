// In which encoding the bytes of a file are, as far as bytes tell.
#pragma once

#include <string>
#include <string_view>

namespace permit {

// Empty for UTF-8, with or without a byte order mark. Else the likeliest other: "UTF-16" with or
// without a byte order mark, "Big5" or "GB18030" for double-byte Chinese, "an unknown encoding".
std::string OtherEncoding(std::string_view bytes);

}  // namespace permit
