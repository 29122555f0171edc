// A new password by mail. The old one works until the new one is used.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowForgottenPassword(Context& context);
Response SendForgottenPassword(Context& context);

}  // namespace permit
