// The agency's announcements, each in both languages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/language.h"
#include "sql/database.h"

namespace permit::sql {

struct Announcement {
  struct Words {
    std::string unit;
    std::string title;
    std::string body;  // paragraphs are parted by empty lines
  };

  std::uint64_t id = 0;
  bool important = false;
  Date published_on;
  Words chinese;
  Words english;

  const Words& In(Language language) const {
    return language == Language::kChinese ? chinese : english;
  }
};

// What stands on the board on that day: important ones first, then the newest.
std::vector<Announcement> ListAnnouncements(Executor& executor, Date today);

// Inserts, or renews the one with that reference, the agency's own name for it. From the day of its
// withdrawal it no longer stands on the board.
void UpsertAnnouncement(Transaction& transaction, const std::string& reference,
                        const Announcement& announcement, std::optional<Date> withdrawn_on);

}  // namespace permit::sql
