// The to-do page: what the student has under way, and the newest announcements.
#pragma once

#include "handlers/context.h"

namespace permit {

Response ShowTodo(Context& context);

}  // namespace permit
