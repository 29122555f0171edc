// A case's application as a PDF.
#pragma once

#include <string>

#include "handlers/web/context.h"
#include "sql/case_store.h"

namespace permit {

// In the visitor's language. A character that cannot be printed is shown as its code, since the
// copy is the student's own and what counts is in the database.
std::string DrawApplicationOf(Context& context, const sql::Case& sent);

}  // namespace permit
