#include "handlers/jobs/housekeeping.h"

#include "sql/idempotency_store.h"
#include "sql/kept_form_store.h"
#include "sql/login_guard_store.h"
#include "sql/outbox_store.h"
#include "sql/session_store.h"
#include "sql/usual_time_store.h"

namespace permit {
namespace {

// A browser that was left open for a month may still send its form again.
constexpr std::chrono::days kIdempotencyKeysKept{60};
// A link that has run out is told from one that never was for a week.
constexpr std::chrono::days kGuardsKept{7};

}  // namespace

SweptRows SweepExpiredRows(sql::Database& database, const Settings& settings, Instant now,
                           JobSteps& steps) {
  // 資通系統防護基準 has logs kept for six months; whoever asks about a mail asks within the year.
  const std::chrono::days mails_kept(settings.mail_kept_days);
  const Instant kept_since = now - std::chrono::hours(settings.session_kept_hours);
  SweptRows rows;
  const auto sweep = [&](std::string_view what, std::uint64_t& swept, const auto& once) {
    steps.Run(what, [&] {
      while (std::uint64_t some = once()) swept += some;
    });
  };
  sweep("sessions", rows.sessions, [&] { return sql::SweepSessions(database, kept_since); });
  sweep("kept forms", rows.kept_forms, [&] { return sql::SweepKeptForms(database, kept_since); });
  sweep("idempotency keys", rows.idempotency_keys,
        [&] { return sql::SweepIdempotencyKeys(database, now - kIdempotencyKeysKept); });
  sweep("login guards", rows.login_guards,
        [&] { return sql::SweepLoginGuards(database, now - kGuardsKept); });
  sweep("mails", rows.mails, [&] { return sql::SweepMails(database, now - mails_kept); });
  steps.Run("usual times", [&] { sql::RefreshUsualTimes(database, now); });
  return rows;
}

SweptRows SweepExpiredRows(sql::Database& database, const Settings& settings, Instant now) {
  JobSteps steps;
  SweptRows rows = SweepExpiredRows(database, settings, now, steps);
  steps.Finish();
  return rows;
}

}  // namespace permit
