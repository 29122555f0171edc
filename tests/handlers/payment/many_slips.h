// A settlement file of many lines with every kind of fault, and the slips that it is about.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "sql/database.h"

namespace permit::test {

struct ManySlips {
  std::string file;
  Date paid_on;                       // of most lines
  std::vector<std::string> outcomes;  // that the lines must have, in their order
  std::vector<std::int64_t> amounts;  // of the lines
};

// Writes one case and one slip a line into the database, in bulk; the account is made too.
ManySlips AddManySlips(sql::Database& database, int lines);

}  // namespace permit::test
