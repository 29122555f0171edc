#include "handlers/account/account_mails.h"

#include <algorithm>

#include "handlers/account/mail_bounds.h"
#include "handlers/mail/enqueue.h"
#include "handlers/rules/registration.h"
#include "handlers/rules/text.h"
#include "handlers/web/paths.h"
#include "sql/login_guard_store.h"
#include "views/mail/account_mails.h"

namespace permit {
namespace {

std::string Link(const Context& context, std::string_view path) {
  return SiteUrl(context.services.settings, path);
}

std::string NameOf(sql::Transaction& transaction, const sql::Account& account) {
  return sql::Mailboxes(transaction, {account.id}).at(account.id).name;
}

void Enqueue(const Context& context, sql::Transaction& transaction, const sql::Account& account,
             const std::string& cause, views::Mail mail) {
  EnqueueMail(transaction, RecipientOf(account), cause, std::move(mail), context.now());
}

}  // namespace

std::string TokenHash(const std::string& token) { return HexEncode(Sha256(token)); }

std::string CodeHash(std::uint64_t account_id, const std::string& code) {
  return HexEncode(Sha256("login-code:" + std::to_string(account_id) + ":" + code));
}

void MailActivation(Context& context, sql::Transaction& transaction, const sql::Account& account,
                    const std::string& token) {
  if (!CountMailOfDay(transaction, kActivationMails, account.email, context.now())) return;
  const Instant expires =
      std::min(context.now() + kActivationLife, account.created_at + kPendingAccountLife);
  sql::VoidTokens(transaction, account.id, sql::TokenPurpose::kActivate, context.now());
  sql::InsertToken(transaction, TokenHash(token), account.id, sql::TokenPurpose::kActivate, "",
                   context.now(), expires);
  Enqueue(context, transaction, account, TokenHash(token),
          views::ActivationMail(context.services.renderer, account.language,
                                NameOf(transaction, account), account.login_name,
                                Link(context, ActivationPath(token)), expires));
}

bool TakesActivationMail(Context& context, const std::string& email) {
  return ReadMailsOfDay(context.services.database, kActivationMails, email, context.now()) <
         kActivationMails.a_day;
}

void MailNewPassword(Context& context, sql::Transaction& transaction, const sql::Account& account,
                     const std::string& cause, const std::string& password) {
  const Instant expires = context.now() + kNewPasswordLife;
  Enqueue(context, transaction, account, cause,
          views::NewPasswordMail(context.services.renderer, account.language,
                                 NameOf(transaction, account), account.login_name, password,
                                 Link(context, kLoginPath), expires));
}

void MailLoginCode(Context& context, sql::Transaction& transaction, const sql::Account& account,
                   const std::string& cause, const std::string& code) {
  const Instant expires = context.now() + kLoginCodeLife;
  sql::VoidTokens(transaction, account.id, sql::TokenPurpose::kLoginCode, context.now());
  sql::InsertToken(transaction, CodeHash(account.id, code), account.id,
                   sql::TokenPurpose::kLoginCode, "", context.now(), expires);
  Enqueue(context, transaction, account, cause,
          views::LoginCodeMail(context.services.renderer, account.language,
                               NameOf(transaction, account), code, Link(context, kLoginByCodePath),
                               expires));
}

void MailLoginTrouble(Context& context, sql::Transaction& transaction, const sql::Account& account,
                      Instant rests_until) {
  Enqueue(context, transaction, account, std::to_string(account.id) + ":" + FormatTime(rests_until),
          views::LoginTroubleMail(context.services.renderer, account.language,
                                  NameOf(transaction, account), account.login_name,
                                  Link(context, kForgottenPasswordPath), rests_until));
}

void MailPasswordChanged(Context& context, sql::Transaction& transaction,
                         const sql::Account& account, const std::string& cause) {
  Enqueue(context, transaction, account, cause,
          views::PasswordChangedMail(context.services.renderer, account.language,
                                     NameOf(transaction, account), account.login_name,
                                     Link(context, kForgottenPasswordPath), context.now()));
}

void MailMailboxChanged(Context& context, sql::Transaction& transaction, const sql::Account& before,
                        const std::string& cause) {
  Enqueue(context, transaction, before, cause,
          views::MailboxChangedMail(context.services.renderer, before.language,
                                    NameOf(transaction, before), before.login_name,
                                    Link(context, kLoginPath), context.now()));
}

void MailPasskeyAdded(Context& context, sql::Transaction& transaction, const sql::Account& account,
                      const std::string& cause, const std::string& passkey_name) {
  Enqueue(context, transaction, account, cause,
          views::PasskeyAddedMail(context.services.renderer, account.language,
                                  NameOf(transaction, account), account.login_name, passkey_name,
                                  Link(context, kPasskeysPath), context.now()));
}

void MailPasskeyRemoved(Context& context, sql::Transaction& transaction,
                        const sql::Account& account, const std::string& cause,
                        const std::string& passkey_name) {
  Enqueue(context, transaction, account, cause,
          views::PasskeyRemovedMail(context.services.renderer, account.language,
                                    NameOf(transaction, account), account.login_name, passkey_name,
                                    Link(context, kPasskeysPath), context.now()));
}

}  // namespace permit
