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

template <class Sweep>
std::uint64_t Repeat(Sweep sweep) {
  std::uint64_t total = 0;
  while (std::uint64_t swept = sweep()) total += swept;
  return total;
}

}  // namespace

SweptRows SweepExpiredRows(sql::Database& database, const Settings& settings, Instant now) {
  // 資通系統防護基準 has logs kept for six months; whoever asks about a mail asks within the year.
  const std::chrono::days mails_kept(settings.mail_kept_days);
  const Instant kept_since = now - std::chrono::hours(settings.session_kept_hours);
  SweptRows rows;
  rows.sessions = Repeat([&] { return sql::SweepSessions(database, kept_since); });
  rows.kept_forms = Repeat([&] { return sql::SweepKeptForms(database, kept_since); });
  rows.idempotency_keys =
      Repeat([&] { return sql::SweepIdempotencyKeys(database, now - kIdempotencyKeysKept); });
  rows.login_guards = Repeat([&] { return sql::SweepLoginGuards(database, now - kGuardsKept); });
  rows.mails = Repeat([&] { return sql::SweepMails(database, now - mails_kept); });
  database.Transact(
      [&](sql::Transaction& transaction) { sql::RefreshUsualTimes(transaction, now); });
  return rows;
}

}  // namespace permit
