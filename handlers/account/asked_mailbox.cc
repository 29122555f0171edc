#include "handlers/account/asked_mailbox.h"

#include "handlers/rules/mailbox_slip.h"

namespace permit {

std::string MailboxToAsk(const std::string& email) {
  return MeantMailbox(email).empty() ? std::string() : email;
}

void AskAboutMailbox(const Params& form, const std::string& email, FieldErrors& errors) {
  if (FindError(errors, "email") != nullptr || form.Get(kAskedMailboxField) == email) return;
  std::string meant = MeantMailbox(email);
  if (meant.empty()) return;
  errors.push_back({.field = "email", .problem = Problem::kMailboxSlip, .found = std::move(meant)});
}

}  // namespace permit
