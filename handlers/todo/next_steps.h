// What the to-do page begins with: which permit is the student's present one, and what the student
// should do next. From rows alone, without a further question to the database.
#pragma once

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_deadline.h"
#include "sql/todo_store.h"
#include "views/pages/todo_student.h"

namespace permit {

struct TodoTerms {
  CaseWaits waits;
  std::chrono::days draft_kept{};
};

views::TodoStudent StudentOf(const sql::TodoRows& rows, const TodoTerms& terms, Date today);

}  // namespace permit
