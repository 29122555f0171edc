// Pages that ask for the name of an account and send a mail to its mailbox, if there is one.
//
// The response is the same for a known and an unknown account, and so is the work: what is not for
// anybody sends the same statements, and its mail is written for nobody. The form has an
// idempotency key: a double click sends one mail. An account gets at most three mails of a kind in
// ten minutes, and its mailbox so many a day as mail_bounds.h says.
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
  // Whether the account gets the mail. None: every account that is not closed does.
  std::function<bool(const sql::Account&)> is_for = nullptr;
  // To the account, or to nobody, whose id is 0; both cost the same.
  std::function<void(sql::Transaction&, const sql::Account&)> send;
};

Response AskForMail(Context& context, const MailRequest& request);

}  // namespace permit
