// Registering an account: the data must be those of an applicant in the register.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowRegistration(Context& context);
Response SendRegistration(Context& context);
Response ShowRegistrationAgain(Context& context);  // with what was typed

}  // namespace permit
