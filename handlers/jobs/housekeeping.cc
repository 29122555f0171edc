#include "handlers/jobs/housekeeping.h"

#include "handlers/jobs/retention.h"
#include "handlers/rules/registration.h"
#include "sql/account_store.h"
#include "sql/audit_store.h"
#include "sql/idempotency_store.h"
#include "sql/kept_form_store.h"
#include "sql/login_guard_store.h"
#include "sql/outbox_store.h"
#include "sql/session_store.h"
#include "sql/usual_time_store.h"

namespace permit {
namespace {

constexpr int kAccountsARound = 100;

// Some of them; zero when none is left. What an operator may ask about later stands in the audit.
std::uint64_t RemovePendingAccounts(sql::Database& database, Instant now) {
  std::uint64_t removed = 0;
  for (std::uint64_t id :
       sql::PendingAccountsBefore(database, now - kPendingAccountLife, kAccountsARound)) {
    removed += database.Transact([&](sql::Transaction& transaction) -> std::uint64_t {
      if (!sql::RemovePendingAccount(transaction, id)) return 0;
      const std::string object = "account:" + std::to_string(id);
      sql::WriteAudit(transaction, {"system", "account-removed", object, "never activated"}, now);
      return 1;
    });
  }
  return removed;
}

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
  sweep("pending accounts", rows.pending_accounts,
        [&] { return RemovePendingAccounts(database, now); });
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
