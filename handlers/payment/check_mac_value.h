// CheckMacValue, the seal on every message to and from ECPay's all-in-one interface.
//
// Source: ECPay's public description of the interface, SHA-256 variant (EncryptType 1).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace permit::payment {

using Fields = std::vector<std::pair<std::string, std::string>>;

// 64 upper-case hexadecimal digits over all fields but CheckMacValue itself, in any order.
std::string CheckMacValue(const Fields& fields, std::string_view hash_key,
                          std::string_view hash_iv);

// As .NET's HttpUtility.UrlEncode does it, which differs from RFC 3986 in `!*()'~` and the space.
std::string DotNetUrlEncode(std::string_view text);

}  // namespace permit::payment
