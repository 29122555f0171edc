// The link of the activation mail, and a new one for those whose link has expired.
#pragma once

#include "handlers/web/context.h"

namespace permit {

// Opening the link changes nothing, since mail programs open links by themselves; the button does.
Response ShowActivation(Context& context);
Response SendActivation(Context& context);

Response ShowResend(Context& context);
Response SendResend(Context& context);

}  // namespace permit
