// permitctl config and route: the settings, and the paths of the site.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome ShowConfig(Surroundings& surroundings, const Arguments& arguments);
Outcome CheckConfig(Surroundings& surroundings, const Arguments& arguments);
Outcome ListRoutes(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
