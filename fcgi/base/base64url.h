// Reading base64url, as browsers and authenticators write bytes (RFC 4648 section 5, no padding).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace permit {

// nullopt for any other character, padding among them, for a length that no bytes have, and for
// spare bits that are not zero: bytes have one spelling.
std::optional<std::string> Base64UrlDecode(std::string_view text);

}  // namespace permit
