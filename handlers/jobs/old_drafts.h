// Drafts that were not saved for a long time: their students are told some days ahead, then the
// drafts are deleted with their files.
#pragma once

#include <cstdint>

#include "fcgi/base/settings.h"
#include "handlers/rules/calendar.h"
#include "sql/database.h"
#include "views/renderer.h"

namespace permit {

struct OldDrafts {
  std::uint64_t noticed = 0;
  std::uint64_t thrown_away = 0;
};

// A draft is gone draft.days after it was last saved, but never without draft.notice_days of
// notice, however late the notice was. One draft a transaction; may be stopped and run again at any
// time.
OldDrafts LookAfterDrafts(sql::Database& database, const Settings& settings,
                          const views::Renderer& renderer, Instant now);

}  // namespace permit
