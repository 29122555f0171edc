// The published list of permits that no longer hold, for whoever asks.
#pragma once

#include "handlers/web/context.h"

namespace permit {

// GET: the list, with the time it was made and a tag by its content, or 304 to whoever holds it;
// 404 before the first one.
Response ShowRevocations(Context& context);

}  // namespace permit
