// Tells the student that a case was withdrawn, in case it was somebody else who did it.
#pragma once

#include "handlers/web/context.h"
#include "sql/case_store.h"

namespace permit {

void SendWithdrawnMail(sql::Transaction& transaction, Services& services, const sql::Case& which);

}  // namespace permit
