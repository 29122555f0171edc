// What a student has under way, in one statement: cases of the applicant and drafts of the account,
// the newest first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/case_state.h"
#include "sql/database.h"

namespace permit::sql {

struct TodoCaseRow {
  Service service = Service::kExchange;
  std::string receipt_number;
  std::string applicant_name;
  std::uint64_t group_id = 0;
  int applicants = 1;
  CaseState state = CaseState::kSubmitted;
  Instant submitted_at;
};

struct TodoDraftRow {
  std::string id;
  Service service = Service::kExchange;
  std::string permit_number;
  Instant updated_at;
};

struct TodoRows {
  std::vector<TodoCaseRow> cases;  // finished ones too
  std::vector<TodoDraftRow> drafts;
};

TodoRows FindTodo(Executor& executor, std::uint64_t applicant_id, std::uint64_t account_id);

}  // namespace permit::sql
