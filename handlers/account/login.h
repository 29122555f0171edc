// Logging in and out.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowLogin(Context& context);
Response SendLogin(Context& context);
Response ShowLoginAgain(Context& context);  // with what was typed, less the password
Response SendLogout(Context& context);

}  // namespace permit
