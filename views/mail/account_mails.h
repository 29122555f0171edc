// Mails about an account.
#pragma once

#include <string>

#include "handlers/rules/calendar.h"
#include "handlers/rules/language.h"
#include "views/mail/mail.h"

namespace permit::views {

// `link` activates, once, until `expires`.
Mail ActivationMail(const Renderer& renderer, Language language, const std::string& name,
                    const std::string& login_name, const std::string& link, Instant expires);

Mail NewPasswordMail(const Renderer& renderer, Language language, const std::string& name,
                     const std::string& login_name, const std::string& password,
                     const std::string& login_link, Instant expires);

Mail LoginCodeMail(const Renderer& renderer, Language language, const std::string& name,
                   const std::string& code, const std::string& login_link, Instant expires);

// To the mailbox that may stop a change: `stop_link` does, until `expires`.
Mail MailboxAskedMail(const Renderer& renderer, Language language, const std::string& name,
                      const std::string& login_name, const std::string& stop_link, Instant asked_at,
                      Instant expires);

// Sent to the mailbox that was left; with the link by which it may object.
Mail MailboxChangedMail(const Renderer& renderer, Language language, const std::string& name,
                        const std::string& login_name, const std::string& login_link,
                        Instant changed_at);
Mail MailboxChangedMailToObject(const Renderer& renderer, Language language,
                                const std::string& name, const std::string& login_name,
                                const std::string& stop_link, Instant changed_at);
// To the new mailbox.
Mail MailboxConfirmedMail(const Renderer& renderer, Language language, const std::string& name,
                          const std::string& login_name, const std::string& login_link,
                          Instant changed_at);

// After the agency changed the mailbox at the counter: to the one that was left, which does not
// tell the new one, and to the new one.
Mail MailboxReplacedMail(const Renderer& renderer, Language language, const std::string& name,
                         const std::string& login_name, const std::string& login_link,
                         Instant changed_at);
Mail MailboxAssignedMail(const Renderer& renderer, Language language, const std::string& name,
                         const std::string& login_name, const std::string& login_link,
                         Instant changed_at);

// After too many failures the account rests until then.
Mail LoginTroubleMail(const Renderer& renderer, Language language, const std::string& name,
                      const std::string& login_name, const std::string& forgot_link,
                      Instant rests_until);

// After the account's owner, or somebody who had its session and password, changed it.
Mail PasswordChangedMail(const Renderer& renderer, Language language, const std::string& name,
                         const std::string& login_name, const std::string& forgot_link,
                         Instant changed_at);

// After a passkey was added to the account or removed from it; `passkeys_link` lists them.
Mail PasskeyAddedMail(const Renderer& renderer, Language language, const std::string& name,
                      const std::string& login_name, const std::string& passkey_name,
                      const std::string& passkeys_link, Instant added_at);
Mail PasskeyRemovedMail(const Renderer& renderer, Language language, const std::string& name,
                        const std::string& login_name, const std::string& passkey_name,
                        const std::string& passkeys_link, Instant removed_at);
// Logging in until the last day keeps it.
Mail AccountEndsMail(const Renderer& renderer, Language language, const std::string& name,
                     const std::string& login_name, const std::string& login_link, Date last_day);

}  // namespace permit::views
