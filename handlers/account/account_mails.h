// Mails about an account, enqueued in the transaction of what causes them.
#pragma once

#include <string>

#include "handlers/mail/enqueue.h"
#include "handlers/web/context.h"
#include "sql/account_store.h"
#include "sql/database.h"

namespace permit {

inline constexpr std::chrono::hours kActivationLife{24};
inline constexpr std::chrono::hours kNewPasswordLife{24};
inline constexpr std::chrono::minutes kLoginCodeLife{10};

// A fresh activation link; links sent before stop working. It ends with the account at the latest.
// Nothing but a count is written when the mailbox has had its mails of the day.
void MailActivation(Context& context, sql::Transaction& transaction, const sql::Account& account,
                    const std::string& token);
bool TakesActivationMail(Context& context, const std::string& email);
// Where mails go that let somebody in: to the account's mailbox, or to an earlier one that has
// objected to the change (mailbox_change.h).
MailRecipient RecoveryRecipient(const Context& context, sql::Transaction& transaction,
                                const sql::Account& account);

// `cause` names the request; a request has one mail, however often it is tried. These three go to
// the RecoveryRecipient.
void MailNewPassword(Context& context, sql::Transaction& transaction, const sql::Account& account,
                     const std::string& cause, const std::string& password);
void MailLoginCode(Context& context, sql::Transaction& transaction, const sql::Account& account,
                   const std::string& cause, const std::string& code);
void MailLoginTrouble(Context& context, sql::Transaction& transaction, const sql::Account& account,
                      Instant rests_until);

// Also to the RecoveryRecipient when that is another mailbox.
void MailPasswordChanged(Context& context, sql::Transaction& transaction,
                         const sql::Account& account, const std::string& cause);

// Where a link goes in a mail, and how long it works.
struct MailedLink {
  std::string mailbox;
  std::string token;
  Instant expires;
};
// To the new mailbox, which confirms, and to the one that may stop it. The cause of the second is
// the token of the first, as its hash.
void MailMailbox(Context& context, sql::Transaction& transaction, const sql::Account& account,
                 const MailedLink& link);
void MailMailboxAsked(Context& context, sql::Transaction& transaction, const sql::Account& account,
                      const std::string& cause, const MailedLink& link);
// To the mailbox that the account has left; without a token it is not told how to object.
void MailMailboxChanged(Context& context, sql::Transaction& transaction, const sql::Account& before,
                        const std::string& cause, const std::string& stop_token);
void MailMailboxConfirmed(Context& context, sql::Transaction& transaction,
                          const sql::Account& account, const std::string& cause);

void MailPasskeyAdded(Context& context, sql::Transaction& transaction, const sql::Account& account,
                      const std::string& cause, const std::string& passkey_name);
void MailPasskeyRemoved(Context& context, sql::Transaction& transaction,
                        const sql::Account& account, const std::string& cause,
                        const std::string& passkey_name);

// As the database knows a mailed token, and a code that is only unique within its account; of its
// few digits the digest takes the site's secret, so that the database alone gives none away.
std::string TokenHash(const std::string& token);
std::string CodeHash(std::string_view secret, std::uint64_t account_id, const std::string& code);

}  // namespace permit
