#include "handlers/todo/announcements.h"

#include "handlers/web/frame.h"
#include "sql/announcement_store.h"

namespace permit {
namespace {

const std::vector<sql::Announcement>& Board(Context& context) {
  return context.services.board.Read(context.services.database, context.now());
}

views::AnnouncementLine Line(const sql::Announcement& announcement, Language language) {
  const sql::Announcement::Words& words = announcement.In(language);
  return {announcement.id, announcement.important, words.title, words.unit,
          announcement.published_on};
}

}  // namespace

std::vector<views::AnnouncementLine> AnnouncementLines(Context& context) {
  std::vector<views::AnnouncementLine> lines;
  for (const sql::Announcement& announcement : Board(context)) {
    lines.push_back(Line(announcement, context.language));
  }
  return lines;
}

Response ShowAnnouncements(Context& context) {
  return Response::Html(views::RenderAnnouncements(context.services.renderer, Frame(context),
                                                   {AnnouncementLines(context)}));
}

Response ShowAnnouncement(Context& context) {
  for (const sql::Announcement& announcement : Board(context)) {
    if (std::to_string(announcement.id) != context.PathValue("id")) continue;
    return Response::Html(views::RenderAnnouncement(
        context.services.renderer, Frame(context),
        {Line(announcement, context.language), announcement.In(context.language).body}));
  }
  throw HttpError(404, "there is no such announcement");
}

}  // namespace permit
