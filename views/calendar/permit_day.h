// A day that the holder of a permit must know, as a file for a calendar.
#pragma once

#include <string>

#include "handlers/rules/calendar.h"
#include "handlers/rules/language.h"
#include "handlers/rules/permit_days.h"

namespace permit::views {

class Renderer;

struct PermitDayEvent {
  std::string permit_number;
  PermitDay day = PermitDay::kStay;
  Date date;
  Instant revised;   // when the permit was issued
  std::string host;  // of the site, which makes the event's UID unique
  std::string link;  // to the page where the student goes on
};

std::string RenderPermitDay(const Renderer& renderer, Language language,
                            const PermitDayEvent& event);

}  // namespace permit::views
