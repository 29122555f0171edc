// Changing the password.
#pragma once

#include "handlers/context.h"

namespace permit {

Response ShowPassword(Context& context);
Response SendPassword(Context& context);

}  // namespace permit
