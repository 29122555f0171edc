// The schema's numbered files, applied once each and in order.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fcgi/base/clock.h"
#include "sql/database.h"

namespace permit::sql {

struct Migration {
  int number;
  std::string_view file;
  std::string_view checksum;  // SHA-256 of the file, hexadecimal
  std::string_view text;
};

struct MigrationStatus {
  int number;
  std::string file;
  bool applied;
};

// A file that was applied has another checksum now, or the database is ahead of this program.
class SchemaConflict : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Applies what is missing and returns the names of the files applied. Several programs may call it
// at once: one works, the others wait for the row that says so.
std::vector<std::string> UpgradeSchema(Database& database, const Clock& clock);

std::vector<MigrationStatus> SchemaStatus(Database& database);

std::span<const Migration> Migrations();  // every file of sql/schema, in order

}  // namespace permit::sql
