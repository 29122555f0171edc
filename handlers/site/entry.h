// The two public pages before the login, the portal and the introduction, and the addresses above
// the pages, which lead on with their query.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowPortal(Context& context);
Response ShowIntroduction(Context& context);
Response LeadToPortal(Context& context);
Response LeadToTodo(Context& context);

}  // namespace permit
