// The audit: who did what to what, and when; and the seals that chain its rows. Append only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sql/database.h"

namespace permit::sql {

struct AuditEntry {
  std::string actor;   // "account:7", "reviewer:chen", "operator:lin", "system", "visitor"
  std::string action;  // "case-approve"
  std::string object;  // what it was done to, "case:115695200001"
  std::string detail;
};

void WriteAudit(Executor& executor, const AuditEntry& entry, Instant now);

struct AuditRow {
  std::uint64_t id = 0;
  Instant at{};           // by the clock of the program that wrote it
  Instant inserted_at{};  // by the clock of the database
  AuditEntry entry;
};

struct AuditQuery {
  std::string about;  // the object; empty: any
  std::string actor;  // empty: any
  Instant since{};
  std::uint64_t after = 0;  // the id of the last row of the list before; 0: from the newest
  int limit = 0;
};
// The newest first, by `at`; nullopt when there is no row `after`.
std::optional<std::vector<AuditRow>> ListAudit(Executor& executor, const AuditQuery& query);

struct AuditSeal {
  std::uint64_t sequence = 0;  // 1, 2, 3 …
  std::uint64_t audit_id = 0;
  std::string digest;  // 64 hexadecimal digits
};

std::optional<AuditSeal> LastAuditSeal(Executor& executor);
std::optional<AuditSeal> FindAuditSeal(Executor& executor, std::uint64_t sequence);

// Rows behind `after_id` in the order of ids, up to the first that was inserted less than
// `settled_for` ago.
std::vector<AuditRow> AuditToSeal(Executor& executor, std::uint64_t after_id,
                                  std::chrono::seconds settled_for, int limit);
// Throws DuplicateKey when somebody else has sealed since LastAuditSeal().
void InsertAuditSeals(Transaction& transaction, const std::vector<AuditSeal>& seals);

struct SealedAuditRow {
  AuditSeal seal;
  std::optional<AuditRow> row;  // nullopt: it is not there
};
// In the order of sequence.
std::vector<SealedAuditRow> SealedAudit(Executor& executor, std::uint64_t after_sequence,
                                        int limit);
// Of the rows that there are, above `after` and up to `last`, in order.
std::vector<std::uint64_t> AuditIds(Executor& executor, std::uint64_t after, std::uint64_t last);

struct UnsealedAudit {
  std::uint64_t rows = 0;
  std::optional<Instant> oldest;  // by inserted_at
};
UnsealedAudit FindUnsealedAudit(Executor& executor, std::uint64_t after_id);

}  // namespace permit::sql
