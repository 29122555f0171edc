// How long cases of a service usually stay in a state: the median over those that left it in the
// last 90 days.
//
// The stays are kept in a table of their own, to which a run adds what the history has gained since
// the run before, so its cost depends on that and not on all cases there are.
#pragma once

#include <chrono>
#include <optional>

#include "handlers/rules/case_state.h"
#include "sql/database.h"

namespace permit::sql {

inline constexpr std::chrono::days kUsualTimeWindow{90};

// In small transactions; may be stopped and run again at any time.
void RefreshUsualTimes(Database& database, Instant now);

// nullopt: no case left that state.
std::optional<std::chrono::seconds> FindUsualTime(Executor& executor, Service service,
                                                  CaseState state);

}  // namespace permit::sql
