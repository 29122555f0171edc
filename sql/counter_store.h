// Numbers that are never given twice; gaps happen.
#pragma once

#include <cstdint>
#include <string>

#include "sql/database.h"

namespace permit::sql {

// The next of that name and year, from 1, in a short transaction of its own: call it before the
// transaction that uses the number, so that nobody waits for the counter's row.
std::uint64_t NextNumber(Database& database, const std::string& name, int year);

}  // namespace permit::sql
