// How long cases of a service usually stay in a state, and how long a review takes from the sending
// to the decision: the median over those that left the state, or were decided, in the last 90 days.
//
// The stays are kept in a table of their own, to which a run adds what the history has gained since
// the run before, so its cost depends on that and not on all cases there are.
#pragma once

#include <chrono>
#include <map>
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

// Of the whole review, the time that the student took for corrections included. A service of which
// no case was decided is not there.
using UsualReviews = std::map<Service, std::chrono::seconds>;
UsualReviews FindUsualReviews(Executor& executor);
std::optional<std::chrono::seconds> FindUsualReview(Executor& executor, Service service);

}  // namespace permit::sql
