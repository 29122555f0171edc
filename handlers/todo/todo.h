// The to-do page: what the student has under way, and the newest announcements.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowTodo(Context& context);

}  // namespace permit
