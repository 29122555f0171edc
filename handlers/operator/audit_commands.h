// permitctl audit: list who did what, and verify that nobody altered it since.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome ListAuditCommand(Surroundings& surroundings, const Arguments& arguments);
// Refused when something was altered; see handlers/jobs/audit_chain.h for what that can show.
Outcome VerifyAuditCommand(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
