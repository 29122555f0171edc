// Who is asking: the session behind the cookie, found in one statement with its account.
#pragma once

#include "handlers/context.h"

namespace permit {

// Fills context.visitor when the cookie names a session that has not ended. The database holds the
// token's SHA-256 alone. When the session was last seen is noted at most once a minute.
void FindVisitor(Context& context);

}  // namespace permit
