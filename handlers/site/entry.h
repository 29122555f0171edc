// The two public pages before the login: the portal and the introduction.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowPortal(Context& context);
Response ShowIntroduction(Context& context);

}  // namespace permit
