// One case of the visitor's, and the files handed in with it.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowCase(Context& context);      // {receipt}
Response ShowCaseFile(Context& context);  // {receipt}, {id}

}  // namespace permit
