// permitctl scan: the scan of uploaded files for viruses.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome RunScan(Surroundings& surroundings);  // as the timer does
Outcome RunScanCommand(Surroundings& surroundings, const Arguments& arguments);
Outcome ListScansCommand(Surroundings& surroundings, const Arguments& arguments);
Outcome ScanAgainCommand(Surroundings& surroundings, const Arguments& arguments);
Outcome WaiveScansCommand(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
