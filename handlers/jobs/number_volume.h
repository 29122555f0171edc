// How much of this year's receipt and group numbers is used up.
#pragma once

#include <string>
#include <vector>

#include "fcgi/base/settings.h"
#include "handlers/rules/calendar.h"
#include "handlers/rules/case_number.h"
#include "sql/database.h"

namespace permit {

struct YearVolume {
  std::string counter;  // "receipt", "group"
  int roc_year = 0;
  NumberVolume volume;
};

// Of the configured units. Each that is used up to 80 % or more is a line numbers.nearly-exhausted
// in the log.
std::vector<YearVolume> CheckNumberVolume(sql::Executor& executor, const Settings& settings,
                                          Date today);

}  // namespace permit
