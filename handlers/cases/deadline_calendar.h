// The day by which the student must act on a case, as a file for a calendar.
#pragma once

#include "handlers/web/context.h"

namespace permit {

// {receipt}. A case that waits for nobody leads to its page.
Response ShowDeadlineCalendar(Context& context);

}  // namespace permit
