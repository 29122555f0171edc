// The one way to change rows of a table whose triggers refuse it (sql/schema/0045).
#pragma once

#include <string_view>
#include <vector>

#include "sql/database.h"

namespace permit::sql {

// Runs an UPDATE of that append only table, whose rows nothing else in this session can change. The
// user needs the right to it as well, which is the admin user's alone (sql/grants.sql). Returns the
// rows that matched; throws StatementError when the trigger or a missing right refuses it.
std::uint64_t ChangeAppendOnly(Transaction& transaction, std::string_view table,
                               const Statement& statement, std::vector<Value> values);

}  // namespace permit::sql
