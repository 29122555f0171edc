#include "sql/audit_store.h"

#include "sql/queries.h"

namespace permit::sql {

void WriteAudit(Executor& executor, const AuditEntry& entry, Instant now) {
  executor.Execute(queries::kAuditInsert,
                   {now, entry.actor, entry.action, entry.object, entry.detail});
}

}  // namespace permit::sql
