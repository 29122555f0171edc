// permitctl counter: the numbers that are handed out.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome AdvanceCountersCommand(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
