#include "handlers/web/announcement_board.h"

namespace permit {
namespace {

constexpr std::chrono::seconds kHeldFor{5};

}  // namespace

const std::vector<sql::Announcement>& AnnouncementBoard::Read(sql::Database& database,
                                                              Instant now) {
  if (read_at_ == Instant{} || now - read_at_ >= kHeldFor) {
    announcements_ = sql::ListAnnouncements(database, TaipeiDate(now));
    read_at_ = now;
  }
  return announcements_;
}

}  // namespace permit
