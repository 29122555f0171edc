// permitctl schema: bring the database up to this program.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome UpgradeSchemaCommand(Surroundings& surroundings, const Arguments& arguments);
// Refused when something is missing, so that a script can ask.
Outcome SchemaStatusCommand(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
