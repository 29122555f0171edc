#include "sql/usual_time_store.h"

#include "sql/queries.h"

namespace permit::sql {

void RefreshUsualTimes(Transaction& transaction, Instant now) {
  transaction.Execute(queries::kUsualTimeForget);
  transaction.Execute(queries::kUsualTimeCompute, {now, now - kUsualTimeWindow, now});
}

std::optional<std::chrono::seconds> FindUsualTime(Executor& executor, Service service,
                                                  CaseState state) {
  auto row = executor.QueryOne(queries::kUsualTimeOfState, {Code(service), Code(state)});
  if (!row) return std::nullopt;
  return std::chrono::seconds(row->Int("seconds"));
}

}  // namespace permit::sql
