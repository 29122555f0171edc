// The last day on which a student may answer a return or pay a fee, as a file for a calendar.
#pragma once

#include <string>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/language.h"

namespace permit::views {

class Renderer;

struct CaseDeadline {
  std::string receipt_number;
  Service service = Service::kExchange;
  CaseState state = CaseState::kAwaitingPayment;  // in which the case waits for its student
  Instant state_since;
  Date last_day;
  std::string host;  // of the site, which makes the event's UID unique
  std::string link;  // to the case
};

std::string RenderCaseDeadline(const Renderer& renderer, Language language,
                               const CaseDeadline& data);

}  // namespace permit::views
