// Changing the password.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowPassword(Context& context);
Response SendPassword(Context& context);

}  // namespace permit
