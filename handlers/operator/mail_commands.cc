#include "handlers/operator/mail_commands.h"

#include "handlers/operator/acting_for.h"
#include "handlers/operator/numbers.h"
#include "sql/audit_store.h"
#include "sql/outbox_store.h"

namespace permit::ctl {

Outcome ListMailsCommand(Surroundings& surroundings, const Arguments& arguments) {
  std::optional<std::string> state = arguments.Option("state");
  if (state && *state != "waiting" && *state != "sent" && *state != "failed") {
    return Outcome::Usage("--state is waiting, sent or failed");
  }
  std::optional<int> limit = ReadLimit(arguments);
  if (!limit) return Outcome::Usage("--limit wants a number from 1 to 100000");
  Listing listing({"id", "state", "to", "subject", "cause", "tries", "written", "next try or sent",
                   "last error"});
  for (const sql::MailLine& mail : sql::ListMails(surroundings.database(), state, *limit)) {
    listing.Add({std::to_string(mail.id), mail.state, mail.recipient, mail.subject, mail.cause_key,
                 std::to_string(mail.attempts), FormatTime(mail.created_at),
                 mail.state == "failed" ? "" : FormatTime(mail.sent_at.value_or(mail.due_at)),
                 mail.last_error});
  }
  AuditList(surroundings, arguments, "mail-list", "mails", listing.size());
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome RetryMails(Surroundings& surroundings, const Arguments& arguments) {
  Listing listing({"id", "state"});
  for (const std::string& word : arguments.words) {
    std::optional<std::uint64_t> id = ReadNumber(word);
    if (!id) return Outcome::Usage("'" + word + "' is not the id of a mail");
    bool retried = surroundings.database().Transact([&](sql::Transaction& transaction) {
      if (!sql::RetryMail(transaction, *id, surroundings.now())) return false;
      sql::WriteAudit(transaction, {surroundings.actor(), "mail-retry", "mail:" + word, ""},
                      surroundings.now());
      return true;
    });
    if (!retried) return Outcome::Refused("there is no unsent mail " + word);
    listing.Add({word, "waiting"});
  }
  surroundings.Print(listing);
  return Outcome::Done();
}

}  // namespace permit::ctl
