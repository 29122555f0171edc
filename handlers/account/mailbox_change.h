// Changing the mailbox of an account: it counts once it is confirmed from the new one, and the old
// one may stop it.
//
// Both are mailed a link at the same time. The link to the old mailbox works for kObjectionLife.
// Used before the confirmation it ends the change. Used after it, the new mailbox does not recover
// the account for kRecoveryHeld: new passwords and login codes go to the old mailbox
// (RecoveryRecipient in account_mails.h). Links may be opened where nobody is logged in, as their
// token says whose they are. They are secrets, and their paths below /mailbox/ are in no log.
#pragma once

#include <string>

#include "handlers/web/context.h"
#include "sql/database.h"

namespace permit {

inline constexpr std::chrono::hours kMailboxLife{24};  // of the link that confirms
inline constexpr std::chrono::days kObjectionLife{7};
inline constexpr std::chrono::hours kRecoveryHeld{72};

// For the visitor, by a fresh token; links that confirm and were sent before stop working. While an
// earlier mailbox recovers the account, that one is told instead of the present one.
void AskMailbox(Context& context, sql::Transaction& transaction, const std::string& mailbox,
                const std::string& token);

Response CancelMailbox(Context& context);    // POST /basic-data/cancel-mailbox
Response ShowMailbox(Context& context);      // GET /mailbox/{token}
Response SendMailbox(Context& context);      // POST /mailbox/{token}
Response ShowMailboxStop(Context& context);  // GET /mailbox/stop/{token}
Response SendMailboxStop(Context& context);  // POST /mailbox/stop/{token}

}  // namespace permit
