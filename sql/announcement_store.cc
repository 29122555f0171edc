#include "sql/announcement_store.h"

#include "sql/queries.h"

namespace permit::sql {

std::vector<Announcement> ListAnnouncements(Executor& executor, Date today) {
  std::vector<Announcement> announcements;
  for (const Row& row : executor.Query(queries::kAnnouncementList, {today, today})) {
    announcements.push_back({row.Uint("id"),
                             row.Flag("important"),
                             row.Day("published_on"),
                             {row.Text("unit_zh"), row.Text("title_zh"), row.Text("body_zh")},
                             {row.Text("unit_en"), row.Text("title_en"), row.Text("body_en")}});
  }
  return announcements;
}

void UpsertAnnouncement(Transaction& transaction, const std::string& reference,
                        const Announcement& announcement, std::optional<Date> withdrawn_on) {
  const Announcement::Words& zh = announcement.chinese;
  const Announcement::Words& en = announcement.english;
  transaction.Execute(queries::kAnnouncementUpsert,
                      {reference, announcement.important, announcement.published_on, withdrawn_on,
                       zh.unit, en.unit, zh.title, en.title, zh.body, en.body});
}

}  // namespace permit::sql
