// The days of the student's permits as files for a calendar.
//
// Another student's permit is not found. A day that the permit does not have leads to the to-do
// page.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowExchangeDay(Context& context);   // GET /permits/{number}/exchange.ics
Response ShowExtensionDay(Context& context);  // GET /permits/{number}/extend.ics
Response ShowStayDay(Context& context);       // GET /permits/{number}/stay.ics

}  // namespace permit
