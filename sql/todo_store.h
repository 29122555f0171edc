// What a student has under way, in one statement: cases and valid permits of the applicant and
// drafts of the account, the newest first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/case_state.h"
#include "handlers/rules/eligibility.h"
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
  Instant state_since;
  long fee = 0;
  std::uint64_t permit_id = 0;  // that it starts from
  std::string unapplied;  // of a fee that is due: the payment whose money the cashier looks at
};

struct TodoDraftRow {
  std::string id;
  Service service = Service::kExchange;
  std::string permit_number;
  std::uint64_t permit_id = 0;
  Instant updated_at;
};

// Neither replaced nor revoked; its days may be over.
struct TodoPermitRow {
  std::uint64_t id = 0;
  std::string number;
  PermitFacts facts;         // but for multiple_entry_until
  bool issued_here = false;  // its paper can be downloaded
};

struct TodoRows {
  std::vector<TodoCaseRow> cases;  // finished ones too
  std::vector<TodoDraftRow> drafts;
  std::vector<TodoPermitRow> permits;
};

TodoRows FindTodo(Executor& executor, std::uint64_t applicant_id, std::uint64_t account_id);

}  // namespace permit::sql
