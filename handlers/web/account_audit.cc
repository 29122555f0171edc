#include "handlers/web/account_audit.h"

#include "sql/audit_store.h"

namespace permit {

void AuditAccount(const Context& context, sql::Executor& executor, std::uint64_t account_id,
                  const std::string& action, bool by_owner) {
  const std::string object =
      account_id == 0 ? "account:unknown" : "account:" + std::to_string(account_id);
  sql::WriteAudit(executor,
                  {by_owner ? object : "visitor", action, object,
                   "from " + context.request.remote_address.substr(0, 60) + " request " +
                       context.request.request_id},
                  context.now());
}

}  // namespace permit
