// Housekeeping: deletes rows that have expired (ended sessions, spent tokens and captchas, counters
// of guesses, accounts that were never activated, idempotency keys of old requests, old mails) and
// brings up to date how long cases usually take.
#pragma once

#include <cstdint>

#include "fcgi/base/settings.h"
#include "handlers/jobs/steps.h"
#include "handlers/rules/calendar.h"
#include "sql/database.h"

namespace permit {

struct SweptRows {
  std::uint64_t sessions = 0;
  std::uint64_t kept_forms = 0;  // sent after the end of their session
  std::uint64_t idempotency_keys = 0;
  std::uint64_t login_guards = 0;      // tokens, captchas, counters
  std::uint64_t pending_accounts = 0;  // that nobody activated
  std::uint64_t mails = 0;
};

// In small statements, so that no row is held for long; may be stopped and run again at any time.
// What cannot be done is left to the next run and stands in `steps`; the rest is done all the same.
SweptRows SweepExpiredRows(sql::Database& database, const Settings& settings, Instant now,
                           JobSteps& steps);
// The same; throws what the first step threw that failed, after all were tried.
SweptRows SweepExpiredRows(sql::Database& database, const Settings& settings, Instant now);

}  // namespace permit
