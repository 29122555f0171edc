// Withdrawing a case: found by group or receipt number, declared, asked once more, then done.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response SearchWithdrawal(Context& context);   // GET /withdrawal
Response ShowWithdrawal(Context& context);     // GET /withdrawal/{group}, or a receipt number
Response DeclareWithdrawal(Context& context);  // GET /withdrawal/{group}/{receipt}
Response AskWithdrawal(Context& context);      // GET /withdrawal/{group}/{receipt}/confirm
// POST /withdrawal/{group}/{receipt}. Leads back to the group's page, which says how it ended.
Response Withdraw(Context& context);

}  // namespace permit
