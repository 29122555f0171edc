// The sessions of the visitor's account: where it is logged in, and ending any of them.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowSessions(Context& context);  // GET /sessions
// POST /sessions: the field `session` has the number of one, or "others" for all but the visitor's
// own, which the logout ends.
Response EndSessions(Context& context);

}  // namespace permit
