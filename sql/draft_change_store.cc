#include "sql/draft_change_store.h"

#include "sql/queries.h"
#include "sql/row_set.h"

namespace permit::sql {

std::vector<DraftChange> DraftChangesSince(Executor& executor, const std::string& draft_id,
                                           std::uint32_t revision) {
  std::vector<DraftChange> changes;
  for (const Row& row : executor.Query(queries::kDraftChangesSince, {draft_id, revision})) {
    changes.push_back({static_cast<std::uint32_t>(row.Uint("revision")), row.Text("field"),
                       row.Text("before_value"), row.OptionalText("page").value_or("")});
  }
  return changes;
}

void WriteDraftChanges(Transaction& transaction, const std::string& draft_id,
                       const std::vector<DraftChange>& changes) {
  RowSet rows;
  for (const DraftChange& change : changes) {
    const auto page = change.page.empty() ? Value(nullptr) : Value(change.page);
    rows.Add({draft_id, change.revision, change.field, change.before, page});
  }
  ExecuteEach(transaction, queries::kDraftChangesInsert, rows);
}

}  // namespace permit::sql
