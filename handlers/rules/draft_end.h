// How long a draft is kept, and how people are told it.
#pragma once

#include "handlers/rules/calendar.h"

namespace permit {

struct DraftLife {
  std::chrono::days kept{};           // after it was last saved
  std::chrono::days notice_before{};  // its end
};

// The last whole day of a draft that is thrown away at that instant: it is there all of that day.
inline Date LastDraftDay(Instant end) { return AddDays(TaipeiDate(end), -1); }

}  // namespace permit
