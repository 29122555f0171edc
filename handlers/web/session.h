// Who is asking: the session behind the cookie, found in one statement with its account.
#pragma once

#include <string>
#include <string_view>

#include "handlers/web/context.h"
#include "sql/session_store.h"

namespace permit {

// Fills context.visitor when the cookie names a session that has not ended. The database holds the
// token's SHA-256 alone. When the session was last seen is noted at most once a minute.
void FindVisitor(Context& context);

// Fills context.late_sender when the cookie names a session that ended by idleness, not longer ago
// than what is sent from its pages is kept. Such an account is not logged in.
void FindLateSender(Context& context);

// What the database knows of a session's token.
std::string SessionHash(std::string_view token);

// Where the request comes from, for a session that begins with it.
sql::SessionOrigin OriginOf(const Request& request);

// When a session ends that began then and was seen now.
Instant SessionEnd(const Context& context, Instant began);

}  // namespace permit
