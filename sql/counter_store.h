// Numbers that are never given twice; gaps happen.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sql/database.h"

namespace permit::sql {

// The next of that name and year, from 1, in a short transaction of its own: call it before the
// transaction that uses the number, so that nobody waits for the counter's row.
std::uint64_t NextNumber(Database& database, const std::string& name, int year);

// The last that was handed out; 0: none yet.
std::uint64_t LastNumber(Executor& executor, const std::string& name, int year);

// All that are handed out in that ROC year, with the last number given of each; raised by so much,
// also those that nobody has asked for yet.
struct Counter {
  std::string name;
  int year = 0;  // 0: of all years
  std::uint64_t value = 0;
};
std::vector<Counter> AdvanceCounters(Transaction& transaction, int roc_year, std::uint64_t by);

}  // namespace permit::sql
