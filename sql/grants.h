// What the users of the database may do: sql/grants.sql with the names filled in.
#pragma once

#include <string>

namespace permit::sql {

// Statements, each ending with a semicolon at the end of a line. A name takes letters, digits, `_`,
// `-`, `.` and `%`; another throws std::invalid_argument.
std::string Grants(const std::string& schema, const std::string& user, const std::string& host);

}  // namespace permit::sql
