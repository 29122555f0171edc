#include "handlers/form/asked_mailbox.h"

#include "handlers/rules/mailbox_slip.h"

namespace permit {

std::string MailboxIn(const FormValues& values) {
  const auto email = values.find("email");
  return email == values.end() ? std::string() : email->second;
}

std::string MailboxToAsk(const std::string& email) {
  return MeantMailbox(email).empty() ? std::string() : email;
}

std::string AskedMailbox(const Params& form, const std::string& email, const FieldErrors& errors) {
  const FieldError* error = FindError(errors, "email");
  const bool asks = error != nullptr && error->problem == Problem::kMailboxSlip;
  return asks || form.Get(kAskedMailboxField) == email ? email : std::string();
}

void AskAboutMailbox(const Params& form, const std::string& email, FieldErrors& errors) {
  if (FindError(errors, "email") != nullptr || form.Get(kAskedMailboxField) == email) return;
  std::string meant = MeantMailbox(email);
  if (meant.empty()) return;
  errors.push_back({.field = "email", .problem = Problem::kMailboxSlip, .found = std::move(meant)});
}

}  // namespace permit
