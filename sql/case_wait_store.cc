#include "sql/case_wait_store.h"

#include "sql/queries.h"

namespace permit::sql {
namespace {

std::vector<CasePlace> Places(const std::vector<Row>& rows) {
  std::vector<CasePlace> places;
  places.reserve(rows.size());
  for (const Row& row : rows) places.push_back({row.Uint("id"), row.Time("state_since")});
  return places;
}

}  // namespace

std::vector<CasePlace> CasesToRemind(Executor& executor, CaseState state, Instant entered_before,
                                     int days, const CasePlace& after, int limit) {
  return Places(executor.Query(queries::kCasesToRemind,
                               {permit::Code(state), after.state_since, entered_before,
                                after.state_since, after.id, days, limit}));
}

std::vector<CasePlace> CasesToLapse(Executor& executor, CaseState state, Instant entered_before,
                                    int days, Instant reminded_before, const CasePlace& after,
                                    int limit) {
  return Places(executor.Query(queries::kCasesToLapse,
                               {permit::Code(state), after.state_since, entered_before,
                                after.state_since, after.id, days, reminded_before, limit}));
}

bool NoteReminder(Transaction& transaction, const CasePlace& of, int days, Instant now) {
  return transaction.Execute(queries::kCaseReminderInsert, {of.id, of.state_since, days, now}) == 1;
}

}  // namespace permit::sql
