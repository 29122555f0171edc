#include "handlers/operator/schema_commands.h"

#include <stdexcept>

#include "sql/audit_store.h"
#include "sql/grants.h"
#include "sql/migrations.h"

namespace permit::ctl {
namespace {

// By the user who has just made the tables: the site's may have no rights yet.
void AuditUpgrade(Surroundings& surroundings, const std::vector<std::string>& applied) {
  sql::WriteAudit(surroundings.admin_database(),
                  {surroundings.actor(), "schema-upgrade", "schema:" + applied.back(),
                   "files: " + std::to_string(applied.size())},
                  surroundings.now());
}

}  // namespace

Outcome UpgradeSchemaCommand(Surroundings& surroundings, const Arguments&) {
  std::vector<std::string> applied;
  try {
    applied = sql::UpgradeSchema(surroundings.admin_database(), surroundings.clock());
  } catch (const sql::SchemaConflict& conflict) {
    return Outcome::Refused(conflict.what());
  }
  if (!applied.empty()) AuditUpgrade(surroundings, applied);
  Listing listing({"applied"});
  for (const std::string& file : applied) listing.Add({file});
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

Outcome PrintGrants(Surroundings& surroundings, const Arguments& arguments) {
  const Settings& settings = surroundings.settings();
  try {
    surroundings.out() << sql::Grants(settings.database_name, settings.database_user,
                                      arguments.Option("host").value_or("localhost"));
  } catch (const std::invalid_argument& error) {
    return Outcome::Usage(error.what());
  }
  return Outcome::Done();
}

}  // namespace permit::ctl
