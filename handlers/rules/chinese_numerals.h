// Money in the capital numerals of receipts: 1000 is 壹仟元整.
#pragma once

#include <string>

namespace permit {

// `amount` in whole dollars from 0 to 9999 兆 (10^16 - 1).
std::string CapitalNumerals(long long amount);

}  // namespace permit
