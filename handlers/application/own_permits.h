// The student's own permits, as they are offered where the number of one is asked for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/calendar.h"
#include "sql/database.h"
#include "views/pages/application_pages.h"

namespace permit {

// Those that the service starts from and that are neither replaced nor revoked, the newest first,
// each with whether it may be applied for today.
std::vector<views::OwnPermit> OwnPermits(sql::Executor& executor, std::uint64_t applicant_id,
                                         Service service, Date today);

// The number to fill in: the one that was chosen, or the only one that may be applied for; else
// empty.
std::string NumberToOffer(const std::vector<views::OwnPermit>& permits, std::string_view chosen);

}  // namespace permit
