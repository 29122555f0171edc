// Tells a load balancer that this machine's pool answers.
#pragma once

#include "handlers/web/context.h"

namespace permit {

// Asks no database: when that is away, every machine would be taken out at once, and with them the
// page that says so.
Response ShowHealth(Context& context);

}  // namespace permit
