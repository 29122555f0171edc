// The student's basic data: shown and saved. Another mailbox is only asked for here
// (mailbox_change.h).
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowBasicData(Context& context);       // GET /basic-data
Response SendBasicData(Context& context);       // POST /basic-data
Response KeepBasicDataForm(Context& context);   // of a session that has ended by idleness
Response ShowBasicDataAgain(Context& context);  // with what was typed

}  // namespace permit
