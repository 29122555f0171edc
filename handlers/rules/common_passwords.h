// The list common_passwords.txt, as it is compiled in.
#pragma once

#include <span>
#include <string_view>

namespace permit {

// Each holds words of letters a to z and digits, every one with a line feed behind it, sorted by
// their bytes.
std::span<const std::string_view> CommonPasswordLists();

}  // namespace permit
