// What a monitor is told of the site beside how its pools are doing.
#pragma once

#include <string>

#include "fcgi/base/settings.h"
#include "handlers/rules/calendar.h"
#include "sql/database.h"

namespace permit {

// In the text format of Prometheus 0.0.4: how many there are of each broken invariant (100 of a
// kind at most; 0 as well, so that silence is no good news), and how far the year's numbers are
// used up. Looks back as far as the job reconcile-payments. Changes nothing; logs what
// CheckInvariants and CheckNumberVolume log.
std::string FormatMetrics(sql::Executor& executor, const Settings& settings, Instant now);

}  // namespace permit
