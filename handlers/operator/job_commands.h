// permitctl job: the jobs that timers run, each once.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome ListJobs(Surroundings& surroundings, const Arguments& arguments);
// What should not be, by the whole of the database; refused when there is something.
Outcome CheckInvariantsCommand(Surroundings& surroundings, const Arguments& arguments);
// For a monitor (handlers/jobs/metrics.h), whatever the format asked for.
Outcome PrintMetrics(Surroundings& surroundings, const Arguments& arguments);
Outcome RunJob(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
