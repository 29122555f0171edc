// What the users of the database may do: sql/grants.sql with the names filled in.
#pragma once

#include <string>
#include <vector>

#include "sql/database.h"

namespace permit::sql {

// Statements, each ending with a semicolon at the end of a line. A name takes letters, digits, `_`,
// `-`, `.` and `%`; another throws std::invalid_argument.
std::string Grants(const std::string& schema, const std::string& user, const std::string& host);

// What the user of a connection may do, held against what sql/grants.sql gives the site's.
struct RightsVerdict {
  std::string user;                  // as the server names it, "permit@localhost"
  std::string role;                  // empty: none; else nothing was compared, as rights come by it
  bool owns = false;                 // may read, change and drop every table: nothing was compared
  std::vector<std::string> missing;  // "UPDATE on account"
  std::vector<std::string> excess;   // "DELETE on audit", "SELECT on permit.*", "FILE on *.*"
};
RightsVerdict CompareRights(Database& database);

}  // namespace permit::sql
