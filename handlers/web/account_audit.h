// Audit rows about accounts: who did what, when and from where.
//
// They never hold passwords, codes or mailboxes. 資通系統防護基準: logins, failures and changes of
// credentials are recorded.
#pragma once

#include <cstdint>
#include <string>

#include "handlers/web/context.h"
#include "sql/database.h"

namespace permit {

// `account_id` zero: no account. The actor is the account itself when `by_owner`, else a visitor.
void AuditAccount(const Context& context, sql::Executor& executor, std::uint64_t account_id,
                  const std::string& action, bool by_owner);

}  // namespace permit
