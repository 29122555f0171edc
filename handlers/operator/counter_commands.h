// permitctl counter: the counters of receipts, groups, slips and other numbers.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome AdvanceCountersCommand(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
