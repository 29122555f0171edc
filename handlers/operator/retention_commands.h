// permitctl retention: how long each kind of data is kept, and what there is of it.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

// Counts every row of some tables, which takes seconds with a million cases.
Outcome ShowRetention(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
