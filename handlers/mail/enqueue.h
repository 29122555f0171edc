// Enqueues a mail in the outbox, in the transaction of what causes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sql/account_store.h"
#include "sql/outbox_store.h"
#include "views/mail/mail.h"

namespace permit {

struct MailRecipient {
  std::uint64_t account_id = 0;  // 0: nobody, for whom a mail costs the same and is not written
  std::string mailbox;
};
inline MailRecipient RecipientOf(const sql::Account& account) {
  return {account.id, account.email};
}

// `cause` identifies the event that the mail tells of: an event has one mail of a kind.
sql::OutgoingMail ToOutgoingMail(const MailRecipient& to, const std::string& cause,
                                 views::Mail mail);

// False: the cause has such a mail already.
bool EnqueueMail(sql::Transaction& transaction, const MailRecipient& to, const std::string& cause,
                 views::Mail mail, Instant now);

}  // namespace permit
