// The days of an entry permit that its holder must know.
//
// Each is told where it matters and given as a calendar file. What may be applied for today is
// CheckEligibility's to say (eligibility.h).
#pragma once

#include <optional>
#include <string_view>

#include "handlers/rules/calendar.h"
#include "handlers/rules/eligibility.h"

namespace permit {

enum class PermitDay {
  kExchange,  // the last day to exchange a single-entry permit
  kExtend,    // the first day on which an extension may be applied for
  kStay,      // the last day of the permitted stay
};

// As addresses name it: "exchange", "extend", "stay".
std::string_view Code(PermitDay day);

// Schools tell their students to exchange the permit within two months of entering. An exchange is
// taken later as well, so the day is told and refuses nothing.
inline constexpr int kExchangeMonths = 2;

// nullopt: the permit has no such day. The exchange is due after the entry, and within what the
// permit and the stay last.
std::optional<Date> DayOf(const PermitFacts& permit, PermitDay day);

}  // namespace permit
