// permitctl case: list, show and decide cases.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome ListCasesCommand(Surroundings& surroundings, const Arguments& arguments);
Outcome ShowCaseCommand(Surroundings& surroundings, const Arguments& arguments);
Outcome PrintCaseFile(Surroundings& surroundings, const Arguments& arguments);
Outcome ApproveCase(Surroundings& surroundings, const Arguments& arguments);
Outcome DisapproveCase(Surroundings& surroundings, const Arguments& arguments);
Outcome RejectCase(Surroundings& surroundings, const Arguments& arguments);
Outcome RecallCase(Surroundings& surroundings, const Arguments& arguments);
Outcome CloseCase(Surroundings& surroundings, const Arguments& arguments);
Outcome ReturnCase(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
