// Mails about an account, enqueued in the transaction of what causes them.
#pragma once

#include <string>

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
// `cause` names the request; a request has one mail, however often it is tried.
void MailNewPassword(Context& context, sql::Transaction& transaction, const sql::Account& account,
                     const std::string& cause, const std::string& password);
void MailLoginCode(Context& context, sql::Transaction& transaction, const sql::Account& account,
                   const std::string& cause, const std::string& code);
void MailLoginTrouble(Context& context, sql::Transaction& transaction, const sql::Account& account,
                      Instant rests_until);

void MailPasswordChanged(Context& context, sql::Transaction& transaction,
                         const sql::Account& account, const std::string& cause);

// To the mailbox that the account has left.
void MailMailboxChanged(Context& context, sql::Transaction& transaction, const sql::Account& before,
                        const std::string& cause);

void MailPasskeyAdded(Context& context, sql::Transaction& transaction, const sql::Account& account,
                      const std::string& cause, const std::string& passkey_name);
void MailPasskeyRemoved(Context& context, sql::Transaction& transaction,
                        const sql::Account& account, const std::string& cause,
                        const std::string& passkey_name);

// As the database knows a mailed token, and a code that is only unique within its account.
std::string TokenHash(const std::string& token);
std::string CodeHash(std::uint64_t account_id, const std::string& code);

}  // namespace permit
