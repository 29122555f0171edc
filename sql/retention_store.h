// How many rows of each kind of stored data there are, and how many of them are due to go.
#pragma once

#include <cstdint>
#include <optional>

#include "sql/database.h"

namespace permit::sql {

enum class StoredKind {
  kAccounts,         // without a case, a payment, or a permit that holds
  kPendingAccounts,  // that nobody has activated
  kDrafts,
  kKeptForms,  // sent after the end of their session
  kSessions,
  kMails,       // sent or given up
  kMailBodies,  // of mails that are sent; of others the words are needed
  kCaseFiles,   // of cases that ended and whose permit holds no more, with their bytes
  kIdempotencyKeys,
  kLoginGuards,  // tokens, captchas, counters of guesses
  kCases,
  kPayments,
  kAudit,
};

struct StoredRows {
  std::uint64_t rows = 0;
  std::optional<Instant> oldest;  // by the time from which the kind's life is counted
  std::uint64_t due = 0;          // whose time is before `due_before`
};
// Reads whole tables: for a report that somebody asked for. Nothing is due before the Instant{}.
StoredRows CountStoredRows(Database& database, StoredKind kind, Instant due_before, Date today);

}  // namespace permit::sql
