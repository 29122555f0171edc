// permitctl job …: what timers run, one round at a time.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome ListJobs(Surroundings& surroundings, const Arguments& arguments);
Outcome RunJob(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
