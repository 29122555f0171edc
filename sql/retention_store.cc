#include "sql/retention_store.h"

namespace permit::sql {
namespace {

// Each gives the column `at` of all rows of the kind. No statements of sql/queries: those read no
// table that grows as a whole. {TODAY} stands for the day.
constexpr const char* RowsOf(StoredKind kind) {
  switch (kind) {
    case StoredKind::kAccounts:
      return "SELECT a.idle_since AS at FROM account a WHERE a.state <> 'pending'"
             " AND NOT EXISTS (SELECT 1 FROM application_case c WHERE c.account_id = a.id)"
             " AND NOT EXISTS (SELECT 1 FROM application_case c"
             "   WHERE c.applicant_id = a.applicant_id)"
             " AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.account_id = a.id)"
             " AND NOT EXISTS (SELECT 1 FROM entry_permit e WHERE e.applicant_id = a.applicant_id"
             "   AND e.status = 'valid' AND e.expires_on >= '{TODAY}')";
    case StoredKind::kPendingAccounts:
      return "SELECT created_at AS at FROM account WHERE state = 'pending'"
             " AND activated_at IS NULL";
    case StoredKind::kDrafts:
      return "SELECT updated_at AS at FROM draft WHERE case_id IS NULL";
    case StoredKind::kKeptForms:
      return "SELECT kept_at AS at FROM kept_form";
    case StoredKind::kSessions:
      return "SELECT ends_at AS at FROM session";
    case StoredKind::kMails:
      return "SELECT created_at AS at FROM outbox WHERE state <> 'waiting'";
    case StoredKind::kMailBodies:
      return "SELECT sent_at AS at FROM outbox WHERE state = 'sent'"
             " AND (text_body <> '' OR html_body <> '')";
    case StoredKind::kCaseFiles:
      return "SELECT c.state_since AS at FROM upload u JOIN application_case c ON c.id = u.case_id"
             " WHERE u.removed_at IS NULL"
             " AND c.state IN ('issued', 'disapproved', 'not-accepted', 'withdrawn')"
             " AND NOT EXISTS (SELECT 1 FROM entry_permit e WHERE e.case_id = c.id"
             "   AND e.status = 'valid' AND e.expires_on >= '{TODAY}')";
    case StoredKind::kIdempotencyKeys:
      return "SELECT done_at AS at FROM idempotency_key";
    case StoredKind::kLoginGuards:
      return "SELECT expires_at AS at FROM captcha UNION ALL SELECT expires_at FROM account_token"
             " UNION ALL SELECT window_start FROM rate_counter";
    case StoredKind::kCases:
      return "SELECT submitted_at AS at FROM application_case";
    case StoredKind::kPayments:
      return "SELECT created_at AS at FROM payment";
    case StoredKind::kAudit:
      return "SELECT at FROM audit";
  }
  return "";
}

// As it is bound to a statement.
std::string TextOf(const Value& value) { return std::get<std::string>(value.variant()); }

}  // namespace

StoredRows CountStoredRows(Database& database, StoredKind kind, Instant due_before, Date today) {
  std::string rows = RowsOf(kind);
  const std::size_t day = rows.find("{TODAY}");
  if (day != std::string::npos) rows.replace(day, 7, TextOf(today));
  const Row row = database
                      .Run("SELECT COUNT(*) AS counted, MIN(at) AS oldest, COALESCE(SUM(at < '" +
                           TextOf(due_before) + "'), 0) AS due FROM (" + rows + ") rows_of_kind")
                      .at(0);
  return {row.Uint("counted"), row.OptionalTime("oldest"), row.Uint("due")};
}

}  // namespace permit::sql
