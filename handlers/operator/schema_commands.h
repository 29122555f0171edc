// permitctl schema: apply the schema's files to the database, and tell which are applied.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome UpgradeSchemaCommand(Surroundings& surroundings, const Arguments& arguments);
// Refused when a file is missing, so that a script can tell by the exit code.
Outcome SchemaStatusCommand(Surroundings& surroundings, const Arguments& arguments);
// Statements for a user of the database who may grant.
Outcome PrintGrants(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
