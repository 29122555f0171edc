// Checks and decodings of text that comes from a client.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace permit {

// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool IsWellFormedUtf8(std::string_view text);

// Any of U+0000..U+001F or U+007F.
bool HasControl(std::string_view text);

enum class PlusSign { kIsPlus, kIsSpace };

// nullopt when a '%' is not followed by two hexadecimal digits.
std::optional<std::string> PercentDecode(std::string_view text, PlusSign plus);

// A '%' that is not followed by two hexadecimal digits stands for itself.
std::string LenientPercentDecode(std::string_view text, PlusSign plus);

bool EqualsIgnoringCase(std::string_view a, std::string_view b);  // ASCII letters
std::string_view TrimBlanks(std::string_view text);               // spaces and tabs at both ends

// RFC 9110's token: what a header or cookie name is made of. Never empty.
bool IsToken(std::string_view text);

}  // namespace permit
