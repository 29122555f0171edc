// A one-time code by mail, which stands in for the captcha at the login.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowLoginCode(Context& context);
Response SendLoginCode(Context& context);

}  // namespace permit
