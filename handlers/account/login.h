// Logging in and out.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowLogin(Context& context);
Response SendLogin(Context& context);
Response SendLogout(Context& context);

}  // namespace permit
