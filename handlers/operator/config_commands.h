// permitctl config and route: what the programs are told, and what the site answers to.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome ShowConfig(Surroundings& surroundings, const Arguments& arguments);
Outcome CheckConfig(Surroundings& surroundings, const Arguments& arguments);
Outcome ListRoutes(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
