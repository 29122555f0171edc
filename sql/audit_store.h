// The audit: who did what to what, and when. Append only.
#pragma once

#include <string>

#include "sql/database.h"

namespace permit::sql {

struct AuditEntry {
  std::string actor;   // "account:7", "reviewer:chen", "system", "visitor"
  std::string action;  // "case-approve"
  std::string object;  // what it was done to, "case:115695200001"
  std::string detail;
};

void WriteAudit(Executor& executor, const AuditEntry& entry, Instant now);

}  // namespace permit::sql
