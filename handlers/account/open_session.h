// A session for whoever has shown to be an account's owner, in whichever way.
#pragma once

#include <functional>
#include <string>

#include "handlers/web/context.h"
#include "sql/account_store.h"
#include "sql/database.h"

namespace permit {

struct ProvenOwner {
  const sql::Account& account;
  bool must_change_password = false;
  std::string return_path;  // as a page says it: where the login goes on
};

// The browser's session so far, if any, ends: a login always starts a fresh one. `record` writes
// what the way in leaves behind, the audit's row too, in the same transaction, or writes
// nothing and says no. nullopt: it said no. Response: 303 to where the login leads.
std::optional<Response> OpenSession(Context& context, const ProvenOwner& owner,
                                    const std::function<bool(sql::Transaction&)>& record);

// Ends the session of the request's cookie.
void EndPresentSession(Context& context, sql::Executor& executor);

}  // namespace permit
