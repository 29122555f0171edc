// A worker's cache of the announcements: read again after a few seconds, not for every page.
#pragma once

#include <vector>

#include "handlers/rules/calendar.h"
#include "sql/announcement_store.h"

namespace permit {

class AnnouncementBoard {
 public:
  const std::vector<sql::Announcement>& Read(sql::Database& database, Instant now);

 private:
  std::vector<sql::Announcement> announcements_;
  Instant read_at_{};
};

}  // namespace permit
