// Settlement files as the stores' collector writes them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "handlers/rules/calendar.h"

namespace permit::test {

struct StoreLine {
  std::string number;
  std::int64_t amount;
  Date paid_on;
  std::string status = "00";
};

std::string StoreFile(const std::vector<StoreLine>& lines, Date sent_on);

}  // namespace permit::test
