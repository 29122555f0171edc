#include "sql/todo_store.h"

#include "sql/queries.h"

namespace permit::sql {

TodoRows FindTodo(Executor& executor, std::uint64_t applicant_id, std::uint64_t account_id) {
  TodoRows rows;
  for (const Row& row : executor.Query(queries::kTodoItems, {applicant_id, account_id})) {
    Service service = ServiceFromCode(row.Text("service")).value();
    if (row.Text("item") == "draft") {
      rows.drafts.push_back({row.Text("reference"), service, row.Text("name"), row.Time("at")});
      continue;
    }
    rows.cases.push_back({service, row.Text("reference"), row.Text("name"), row.Uint("group_id"),
                          static_cast<int>(row.Int("applicants")),
                          CaseStateFromCode(row.Text("state")).value(), row.Time("at")});
  }
  return rows;
}

}  // namespace permit::sql
