// What the saves of a draft or correction changed: so that a page that was opened before can be
// told what others have saved since.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sql/database.h"

namespace permit::sql {

struct DraftChange {
  std::uint32_t revision = 0;  // of the draft after it
  std::string field;
  std::string before;  // empty: it had no value
  std::string page;    // that sent it; empty: one without a name
};

// Those after that revision, the oldest first.
std::vector<DraftChange> DraftChangesSince(Executor& executor, const std::string& draft_id,
                                           std::uint32_t revision);
// Of one save. The caller holds the draft and gives it their revision.
void WriteDraftChanges(Transaction& transaction, const std::string& draft_id,
                       const std::vector<DraftChange>& changes);

}  // namespace permit::sql
