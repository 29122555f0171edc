// permitctl register and announcement: load the agency's files, or the invented sample.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome ImportRegister(Surroundings& surroundings, const Arguments& arguments);
Outcome LoadSampleCommand(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
