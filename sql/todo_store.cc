#include "sql/todo_store.h"

#include <algorithm>

#include "sql/queries.h"

namespace permit::sql {
namespace {

constexpr std::string_view kIssuedPermit = "issued-permit";

TodoCaseRow CaseIn(const Row& row) {
  return {.service = ServiceFromCode(row.Text("kind")).value(),
          .receipt_number = row.Text("reference"),
          .applicant_name = row.Text("name"),
          .group_id = row.Uint("group_id"),
          .applicants = static_cast<int>(row.Int("applicants")),
          .state = CaseStateFromCode(row.Text("state")).value(),
          .submitted_at = row.Time("at"),
          .state_since = row.Time("state_since"),
          .fee = static_cast<long>(row.Int("fee")),
          .permit_id = row.Uint("permit_id"),
          .unapplied = row.OptionalText("unapplied").value_or("")};
}

TodoDraftRow DraftIn(const Row& row) {
  return {.id = row.Text("reference"),
          .service = ServiceFromCode(row.Text("kind")).value(),
          .permit_number = row.Text("name"),
          .permit_id = row.Uint("permit_id"),
          .updated_at = row.Time("at")};
}

TodoPermitRow PermitIn(const Row& row) {
  return {.id = row.Uint("permit_id"),
          .number = row.Text("reference"),
          .facts = {.kind = PermitKindFromCode(row.Text("kind")).value(),
                    .of_applicant = true,
                    .entered_on = row.OptionalDay("entered_on"),
                    .expires_on = row.Day("expires_on"),
                    .stay_until = row.Day("stay_until"),
                    .multiple_entry_until = {}},
          .issued_here = row.Text("item") == kIssuedPermit};
}

}  // namespace

TodoRows FindTodo(Executor& executor, std::uint64_t applicant_id, std::uint64_t account_id) {
  TodoRows rows;
  for (const Row& row :
       executor.Query(queries::kTodoItems, {applicant_id, account_id, applicant_id})) {
    const std::string item = row.Text("item");
    if (item == "case") {
      rows.cases.push_back(CaseIn(row));
    } else if (item == "draft") {
      rows.drafts.push_back(DraftIn(row));
    } else {
      rows.permits.push_back(PermitIn(row));
    }
  }
  // A case that is open holds its permit.
  for (TodoPermitRow& permit : rows.permits) {
    permit.facts.has_open_case = std::any_of(
        rows.cases.begin(), rows.cases.end(),
        [&](const TodoCaseRow& one) { return one.permit_id == permit.id && IsOpen(one.state); });
  }
  return rows;
}

}  // namespace permit::sql
