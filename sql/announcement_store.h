// The agency's announcements, each in both languages.
#pragma once

#include <cstdint>
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

}  // namespace permit::sql
