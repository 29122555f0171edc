// A day in a file that calendars take in (iCalendar, RFC 5545): one event of a whole day, with
// alarms on the mornings of some days before it or of the day itself.
#pragma once

#include <span>
#include <string>

#include "handlers/rules/calendar.h"

namespace permit::views {

struct CalendarDay {
  std::string uid;  // the same for the same matter: a calendar then replaces what it had
  Date date;
  std::string summary;                    // one line
  std::string description;                // lines end with '\n'
  Instant revised;                        // when the day was fixed
  std::span<const int> days_before = {};  // of its alarms; 0: on the day
};

// The bytes of a text/calendar file in UTF-8: lines end with CRLF and hold at most 75 bytes, no
// character is cut in two. Control characters in the texts are left out.
std::string WriteCalendarFile(const CalendarDay& day);

}  // namespace permit::views
