#include "handlers/operator/command.h"
#include "handlers/operator/config_commands.h"
#include "handlers/operator/schema_commands.h"

namespace permit::ctl {
namespace {

const Command kCommands[] = {
    {"schema", "upgrade", "", "apply what the schema is missing", UpgradeSchemaCommand},
    {"schema", "status", "", "list the schema's files and whether they were applied",
     SchemaStatusCommand},

    {"config",
     "show",
     "",
     "print every setting as it stands",
     ShowConfig,
     {{"defaults", "", "the defaults instead, with the meaning of each"}}},
    {"config", "check", "",
     "read the settings, their secrets, templates and catalogs, and the "
     "database's schema",
     CheckConfig},
    {"route", "list", "", "print the site map", ListRoutes},
};

}  // namespace

std::span<const Command> Commands() { return kCommands; }

}  // namespace permit::ctl
