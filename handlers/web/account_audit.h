// The trail of what happens to accounts: who did what, when and from where.
//
// Rows of the audit table, kept as long as the law asks and without the words of passwords, codes
// and mailboxes. 資通系統防護基準: logins, failures and changes of what proves somebody are
// recorded.
#pragma once

#include <cstdint>
#include <string>

#include "handlers/web/context.h"
#include "sql/database.h"

namespace permit {

// `account_id` zero: nobody's. The actor is the account itself when `by_owner`, else a visitor.
void AuditAccount(const Context& context, sql::Executor& executor, std::uint64_t account_id,
                  const std::string& action, bool by_owner);

}  // namespace permit
