// The student's basic data: shown, saved, and a changed mailbox confirmed from the new one.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowBasicData(Context& context);      // GET /basic-data
Response SendBasicData(Context& context);      // POST /basic-data
Response KeepBasicDataForm(Context& context);  // of a session that has ended by idleness

// The link in the mail may be opened where nobody is logged in: its token says whose it is.
Response ShowMailbox(Context& context);  // GET /mailbox/{token}
Response SendMailbox(Context& context);  // POST /mailbox/{token}

}  // namespace permit
