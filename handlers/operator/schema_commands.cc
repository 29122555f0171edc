#include "handlers/operator/schema_commands.h"

#include "sql/migrations.h"

namespace permit::ctl {

Outcome UpgradeSchemaCommand(Surroundings& surroundings, const Arguments&) {
  Listing listing({"applied"});
  try {
    for (const std::string& file :
         sql::UpgradeSchema(surroundings.database(), surroundings.clock())) {
      listing.Add({file});
    }
  } catch (const sql::SchemaConflict& conflict) {
    return Outcome::Refused(conflict.what());
  }
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome SchemaStatusCommand(Surroundings& surroundings, const Arguments&) {
  Listing listing({"file", "state"});
  std::size_t missing = 0;
  try {
    for (const sql::MigrationStatus& status : sql::SchemaStatus(surroundings.database())) {
      listing.Add({status.file, status.applied ? "applied" : "missing"});
      missing += !status.applied;
    }
  } catch (const sql::SchemaConflict& conflict) {
    return Outcome::Refused(conflict.what());
  }
  surroundings.Print(listing);
  if (missing == 0) return Outcome::Done();
  return Outcome::Refused(std::to_string(missing) + " files are to be applied: schema upgrade");
}

}  // namespace permit::ctl
