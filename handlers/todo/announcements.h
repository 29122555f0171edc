// The notice board and one announcement.
#pragma once

#include <vector>

#include "handlers/web/context.h"
#include "views/pages/todo_pages.h"

namespace permit {

Response ShowAnnouncements(Context& context);
Response ShowAnnouncement(Context& context);

// All that stands on the board, in the visitor's language.
std::vector<views::AnnouncementLine> AnnouncementLines(Context& context);

}  // namespace permit
