// The last day of a payment slip as a file for a calendar.
#pragma once

#include "handlers/web/context.h"

namespace permit::payment {

// GET /payment/{reference}/deadline.ics. A payment without an open slip leads to its page.
Response ShowSlipCalendar(Context& context);

}  // namespace permit::payment
