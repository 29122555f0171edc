// How long cases of a service usually stay in a state: the median over those that left it in the
// last 90 days.
#pragma once

#include <chrono>
#include <optional>

#include "handlers/rules/case_state.h"
#include "sql/database.h"

namespace permit::sql {

inline constexpr std::chrono::days kUsualTimeWindow{90};

// Computes all of them anew.
void RefreshUsualTimes(Transaction& transaction, Instant now);

// nullopt: no case left that state.
std::optional<std::chrono::seconds> FindUsualTime(Executor& executor, Service service,
                                                  CaseState state);

}  // namespace permit::sql
