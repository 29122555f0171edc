// What a new form holds before the student types anything.
#pragma once

#include "handlers/rules/application_form.h"
#include "handlers/web/context.h"
#include "sql/database.h"
#include "sql/register_store.h"

namespace permit {

// Who the holder is, as the permit has it: from the application that it was issued for, if that was
// made here, else from the account and the register. What changes without a permit is newer
// elsewhere: the studies in the register, telephone and mailbox in the account. Declarations are
// not carried over.
FormValues PrefilledForm(sql::Database& database, const Visitor& visitor, Service service,
                         const sql::EntryPermit& permit);

}  // namespace permit
