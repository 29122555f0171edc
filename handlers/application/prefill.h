// What a new form holds before the student types anything.
#pragma once

#include "handlers/rules/application_form.h"
#include "handlers/web/context.h"
#include "sql/database.h"
#include "sql/register_store.h"

namespace permit {

// Who the applicant is comes from the register, which is the record; studies too. Telephone and
// mailbox come from the account, what else the former application said (addresses, parents,
// education) from the application that the permit was issued for, if that was made here.
// Declarations are not carried over.
FormValues PrefilledForm(sql::Database& database, const Visitor& visitor, Service service,
                         const sql::EntryPermit& permit);

}  // namespace permit
