// Pages that ask for the name of an account and send a mail to its mailbox, if there is one.
//
// The response is the same for a known and an unknown account. The form has an idempotency key: a
// double click sends one mail. An account gets at most three mails of a kind in ten minutes, so
// that no mailbox can be flooded.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "handlers/account/mail_bounds.h"
#include "handlers/rules/field_error.h"
#include "handlers/web/context.h"
#include "sql/account_store.h"

namespace permit {

struct MailRequest {
  MailBound bound;
  std::string location;  // where the answer leads
  std::function<Response(Context&, const FieldErrors&)> show;
  // What is costly: after the limits, and before it is known whether the account exists, so that
  // both take the same time. None: nothing is.
  std::function<void()> prepare = nullptr;
  std::function<void(sql::Transaction&, const sql::Account&)> send;
};

Response AskForMail(Context& context, const MailRequest& request);

}  // namespace permit
