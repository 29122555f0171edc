#include "handlers/mail/enqueue.h"

namespace permit {

sql::OutgoingMail ToOutgoingMail(const MailRecipient& to, const std::string& cause,
                                 views::Mail mail) {
  return {.kind = mail.kind,
          .cause = cause,
          .account_id = to.account_id,
          .recipient = to.mailbox,
          .recipient_name = std::move(mail.recipient_name),
          .language = mail.language,
          .subject = std::move(mail.subject),
          .text = std::move(mail.text),
          .html = std::move(mail.html),
          .calendar = std::move(mail.calendar)};
}

bool EnqueueMail(sql::Transaction& transaction, const MailRecipient& to, const std::string& cause,
                 views::Mail mail, Instant now) {
  const sql::OutgoingMail outgoing = ToOutgoingMail(to, cause, std::move(mail));
  if (to.account_id != 0) return sql::EnqueueMail(transaction, outgoing, now);
  sql::EnqueueForNobody(transaction, outgoing, now);
  return true;
}

}  // namespace permit
