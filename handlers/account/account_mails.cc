#include "handlers/account/account_mails.h"

#include <algorithm>

#include "handlers/account/mail_bounds.h"
#include "handlers/mail/enqueue.h"
#include "handlers/rules/registration.h"
#include "handlers/rules/text.h"
#include "handlers/web/paths.h"
#include "sql/login_guard_store.h"
#include "sql/mailbox_change_store.h"
#include "views/mail/account_mails.h"
#include "views/pages/basic_data_pages.h"

namespace permit {
namespace {

std::string Link(const Context& context, std::string_view path) {
  return SiteUrl(context.services.settings, path);
}

// Empty for nobody.
std::string NameOf(sql::Transaction& transaction, const sql::Account& account) {
  const auto mailboxes = sql::Mailboxes(transaction, {account.id});
  const auto found = mailboxes.find(account.id);
  return found == mailboxes.end() ? std::string() : found->second.name;
}

void Enqueue(const Context& context, sql::Transaction& transaction, const MailRecipient& to,
             const std::string& cause, views::Mail mail) {
  EnqueueMail(transaction, to, cause, std::move(mail), context.now());
}

// Below MailboxPath, as every link of a changed mailbox, so that logs leave it out.
std::string StopLink(const Context& context, const std::string& token) {
  return Link(context, MailboxPath("stop/" + token));
}

}  // namespace

std::string TokenHash(const std::string& token) { return HexEncode(Sha256(token)); }

std::string CodeHash(std::string_view secret, std::uint64_t account_id, const std::string& code) {
  return HexEncode(HmacSha256(secret, "login-code:" + std::to_string(account_id) + ":" + code));
}

void MailActivation(Context& context, sql::Transaction& transaction, const sql::Account& account,
                    const std::string& token) {
  sql::Account recipient = account;
  // One mail too many goes to nobody, so that the time of the answer does not tell.
  if (!CountMailOfDay(transaction, kActivationMails, account.email, context.now()))
    recipient.id = 0;
  const Instant expires =
      std::min(context.now() + kActivationLife, account.created_at + kPendingAccountLife);
  sql::VoidTokens(transaction, recipient.id, sql::TokenPurpose::kActivate, context.now());
  sql::InsertToken(transaction, TokenHash(token), recipient.id, sql::TokenPurpose::kActivate, "",
                   context.now(), expires);
  Enqueue(context, transaction, RecipientOf(recipient), TokenHash(token),
          views::ActivationMail(context.services.renderer, account.language,
                                NameOf(transaction, recipient), account.login_name,
                                Link(context, ActivationPath(token)), expires));
}

bool TakesActivationMail(Context& context, const std::string& email) {
  return ReadMailsOfDay(context.services.database, kActivationMails, email, context.now()) <
         kActivationMails.a_day;
}

MailRecipient RecoveryRecipient(const Context& context, sql::Transaction& transaction,
                                const sql::Account& account) {
  const auto recovery = sql::FindRecoveryMailbox(transaction, account.id, context.now());
  return recovery ? MailRecipient{account.id, recovery->mailbox} : RecipientOf(account);
}

void MailNewPassword(Context& context, sql::Transaction& transaction, const sql::Account& account,
                     const std::string& cause, const std::string& password) {
  const Instant expires = context.now() + kNewPasswordLife;
  Enqueue(context, transaction, RecoveryRecipient(context, transaction, account), cause,
          views::NewPasswordMail(context.services.renderer, account.language,
                                 NameOf(transaction, account), account.login_name, password,
                                 Link(context, kLoginPath), expires));
}

void MailLoginCode(Context& context, sql::Transaction& transaction, const sql::Account& account,
                   const std::string& cause, const std::string& code) {
  const Instant expires = context.now() + kLoginCodeLife;
  sql::VoidTokens(transaction, account.id, sql::TokenPurpose::kLoginCode, context.now());
  sql::InsertToken(transaction, CodeHash(context.services.secret, account.id, code), account.id,
                   sql::TokenPurpose::kLoginCode, "", context.now(), expires);
  Enqueue(context, transaction, RecoveryRecipient(context, transaction, account), cause,
          views::LoginCodeMail(context.services.renderer, account.language,
                               NameOf(transaction, account), code, Link(context, kLoginByCodePath),
                               expires));
}

void MailLoginTrouble(Context& context, sql::Transaction& transaction, const sql::Account& account,
                      Instant rests_until) {
  if (!CountMailOfDay(transaction, kLoginTroubleMails, account.email, context.now())) return;
  Enqueue(context, transaction, RecoveryRecipient(context, transaction, account),
          std::to_string(account.id) + ":" + FormatTime(rests_until),
          views::LoginTroubleMail(context.services.renderer, account.language,
                                  NameOf(transaction, account), account.login_name,
                                  Link(context, kForgottenPasswordPath), rests_until));
}

void MailPasswordChanged(Context& context, sql::Transaction& transaction,
                         const sql::Account& account, const std::string& cause) {
  const views::Mail mail = views::PasswordChangedMail(
      context.services.renderer, account.language, NameOf(transaction, account), account.login_name,
      Link(context, kForgottenPasswordPath), context.now());
  Enqueue(context, transaction, RecipientOf(account), cause, mail);
  const MailRecipient recovery = RecoveryRecipient(context, transaction, account);
  if (recovery.mailbox != account.email) {
    Enqueue(context, transaction, recovery, cause + ":recovery", mail);
  }
}

void MailMailbox(Context& context, sql::Transaction& transaction, const sql::Account& account,
                 const MailedLink& link) {
  Enqueue(
      context, transaction, {account.id, link.mailbox}, TokenHash(link.token),
      views::MailboxMail(context.services.renderer, account.language, NameOf(transaction, account),
                         account.login_name, Link(context, MailboxPath(link.token)), link.expires));
}

void MailMailboxAsked(Context& context, sql::Transaction& transaction, const sql::Account& account,
                      const std::string& cause, const MailedLink& link) {
  Enqueue(context, transaction, {account.id, link.mailbox}, cause,
          views::MailboxAskedMail(context.services.renderer, account.language,
                                  NameOf(transaction, account), account.login_name,
                                  StopLink(context, link.token), context.now(), link.expires));
}

void MailMailboxChanged(Context& context, sql::Transaction& transaction, const sql::Account& before,
                        const std::string& cause, const std::string& stop_token) {
  const std::string name = NameOf(transaction, before);
  const views::Renderer& renderer = context.services.renderer;
  Enqueue(
      context, transaction, RecipientOf(before), cause,
      stop_token.empty()
          ? views::MailboxChangedMail(renderer, before.language, name, before.login_name,
                                      Link(context, kLoginPath), context.now())
          : views::MailboxChangedMailToObject(renderer, before.language, name, before.login_name,
                                              StopLink(context, stop_token), context.now()));
}

void MailMailboxConfirmed(Context& context, sql::Transaction& transaction,
                          const sql::Account& account, const std::string& cause) {
  Enqueue(context, transaction, RecipientOf(account), cause,
          views::MailboxConfirmedMail(context.services.renderer, account.language,
                                      NameOf(transaction, account), account.login_name,
                                      Link(context, kLoginPath), context.now()));
}

void MailPasskeyAdded(Context& context, sql::Transaction& transaction, const sql::Account& account,
                      const std::string& cause, const std::string& passkey_name) {
  Enqueue(context, transaction, RecipientOf(account), cause,
          views::PasskeyAddedMail(context.services.renderer, account.language,
                                  NameOf(transaction, account), account.login_name, passkey_name,
                                  Link(context, kPasskeysPath), context.now()));
}

void MailPasskeyRemoved(Context& context, sql::Transaction& transaction,
                        const sql::Account& account, const std::string& cause,
                        const std::string& passkey_name) {
  Enqueue(context, transaction, RecipientOf(account), cause,
          views::PasskeyRemovedMail(context.services.renderer, account.language,
                                    NameOf(transaction, account), account.login_name, passkey_name,
                                    Link(context, kPasskeysPath), context.now()));
}

}  // namespace permit
