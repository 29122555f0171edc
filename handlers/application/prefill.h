// What a new form holds before the student types anything.
#pragma once

#include "handlers/context.h"
#include "handlers/rules/application_form.h"
#include "sql/database.h"
#include "sql/register_store.h"

namespace permit {

// From the application that the permit was issued for, if that was made here, then from the
// register and the account, which are newer. Declarations are not carried over.
FormValues PrefilledForm(sql::Database& database, const Visitor& visitor, Service service,
                         const sql::EntryPermit& permit);

}  // namespace permit
