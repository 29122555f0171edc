// How long a draft is kept, and how people are told it.
#pragma once

#include "handlers/rules/calendar.h"

namespace permit {

inline constexpr std::chrono::days kDraftKept{90};         // after it was last saved
inline constexpr std::chrono::days kDraftNoticeBefore{7};  // its end

// The last whole day of a draft that is thrown away at that instant: it is there all of that day.
inline Date LastDraftDay(Instant end) { return AddDays(TaipeiDate(end), -1); }

}  // namespace permit
