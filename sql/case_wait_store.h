// Cases that have waited long for their student: which are to be reminded, and which lapse.
//
// Both lists are pages of those that entered the state before an instant, the longest first;
// `after` is the last case of the page before.
#pragma once

#include <vector>

#include "handlers/rules/case_state.h"
#include "sql/case_store.h"
#include "sql/database.h"

namespace permit::sql {

// Those without the reminder of that many days, or of fewer.
std::vector<CasePlace> CasesToRemind(Executor& executor, CaseState state, Instant entered_before,
                                     int days, const CasePlace& after, int limit);
// Those that were sent the reminder of that many days, or of fewer, before an instant.
std::vector<CasePlace> CasesToLapse(Executor& executor, CaseState state, Instant entered_before,
                                    int days, Instant reminded_before, const CasePlace& after,
                                    int limit);
// False: it was noted before.
bool NoteReminder(Transaction& transaction, const CasePlace& of, int days, Instant now);

}  // namespace permit::sql
