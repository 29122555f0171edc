// Numbers of virtual accounts at the Bank of Taiwan (004): 16 digits that bind the amount.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace permit {

// Category 6 digits, own number 9 digits; the check digit is the sum of all digits, the amount's
// ten included, times 1, 3, 7 in turn, mod 10. nullopt: one of them has another form.
std::optional<std::string> VirtualAccount(std::string_view category, std::string_view own_number,
                                          long amount);

}  // namespace permit
