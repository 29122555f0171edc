// Amounts of money in the capital numerals that cannot be altered by a stroke: 壹仟元整.
#pragma once

#include <cstdint>
#include <string>

namespace permit::views {

// Whole dollars, from 0 to below 10^16; outside of it throws PaperError. 1000 → "壹仟元整",
// 10300 → "壹萬零參佰元整".
std::string CapitalNumerals(std::int64_t dollars);

}  // namespace permit::views
