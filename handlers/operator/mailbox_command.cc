#include "handlers/mail/enqueue.h"
#include "handlers/operator/account_commands.h"
#include "handlers/operator/acting_for.h"
#include "handlers/rules/mailbox_slip.h"
#include "handlers/rules/registration.h"
#include "handlers/rules/text.h"
#include "handlers/web/paths.h"
#include "sql/account_store.h"
#include "sql/audit_store.h"
#include "sql/login_guard_store.h"
#include "sql/mailbox_change_store.h"
#include "sql/session_store.h"
#include "views/mail/account_mails.h"

namespace permit::ctl {
namespace {

constexpr std::size_t kMaxReason = 400;  // bytes; the audit's detail holds both mailboxes as well

struct MailboxChange {
  std::string login_name;
  std::string mailbox;
  std::string actor;
  std::string reason;
  std::string cause;  // of both mails
};

std::string WhyNot(Problem problem, const std::string& mailbox) {
  if (problem == Problem::kMailDomainRefused) {
    return "mails to the domain of " + mailbox +
           " are refused, as the setting "
           "registration.refused_mail_domains and the top-level domains of mainland China say";
  }
  return mailbox + " is no mailbox";
}

// Empty: it may be changed.
std::string Obstacle(sql::Transaction& transaction, const sql::Account& account,
                     const std::string& mailbox) {
  if (account.state != sql::AccountState::kActive) {
    return "account " + account.login_name + " is " + std::string(sql::Code(account.state));
  }
  if (LowerAscii(account.email) == LowerAscii(mailbox)) {
    return mailbox + " is the account's mailbox already";
  }
  if (sql::HasOtherAccountWith(transaction, mailbox, account.id)) {
    return mailbox + " is the mailbox of another account";
  }
  return "";
}

// What was sent to the old mailbox opens nothing any more.
void VoidWhatWasMailed(sql::Transaction& transaction, std::uint64_t id, Instant now) {
  for (sql::TokenPurpose purpose :
       {sql::TokenPurpose::kActivate, sql::TokenPurpose::kMailbox, sql::TokenPurpose::kLoginCode}) {
    sql::VoidTokens(transaction, id, purpose, now);
  }
  sql::ForgetTemporaryPassword(transaction, id);
  sql::VoidMailboxChanges(transaction, id);
  sql::EndSessionsOf(transaction, id);
}

void MailBoth(Surroundings& surroundings, sql::Transaction& transaction,
              const sql::Account& account, const MailboxChange& change) {
  const views::Renderer& renderer = surroundings.renderer();
  const Instant now = surroundings.now();
  const std::string name = sql::Mailboxes(transaction, {account.id}).at(account.id).name;
  const std::string link = SiteUrl(surroundings.settings(), kLoginPath);
  EnqueueMail(
      transaction, {account.id, account.email}, change.cause,
      views::MailboxReplacedMail(renderer, account.language, name, account.login_name, link, now),
      now);
  EnqueueMail(
      transaction, {account.id, change.mailbox}, change.cause,
      views::MailboxAssignedMail(renderer, account.language, name, account.login_name, link, now),
      now);
}

Outcome Change(Surroundings& surroundings, sql::Transaction& transaction,
               const MailboxChange& change, std::string& old_mailbox) {
  const auto found = sql::FindAccountByLogin(transaction, change.login_name);
  if (!found) return Outcome::Refused("there is no account " + change.login_name);
  const sql::Account account = sql::LockAccount(transaction, found->id).value();
  const std::string obstacle = Obstacle(transaction, account, change.mailbox);
  if (!obstacle.empty()) return Outcome::Refused(obstacle);
  old_mailbox = account.email;
  sql::SetEmail(transaction, account.id, change.mailbox);
  VoidWhatWasMailed(transaction, account.id, surroundings.now());
  MailBoth(surroundings, transaction, account, change);
  sql::WriteAudit(transaction,
                  {change.actor, "account-mailbox", "account:" + account.login_name,
                   account.email + " -> " + change.mailbox + ": " + change.reason},
                  surroundings.now());
  return Outcome::Done();
}

}  // namespace

Outcome ChangeMailboxCommand(Surroundings& surroundings, const Arguments& arguments) {
  MailboxChange change{.login_name = arguments.words.at(0),
                       .mailbox = TidyMailbox(arguments.words.at(1)),
                       .actor = {},
                       .reason = arguments.Option("reason").value_or(""),
                       .cause = surroundings.random().Uuid()};
  if (change.reason.empty() || change.reason.size() > kMaxReason) {
    return Outcome::Usage("a change of the mailbox wants --reason, of " +
                          std::to_string(kMaxReason) + " bytes at most");
  }
  if (auto problem = CheckEmail(change.mailbox, surroundings.settings().refused_mail_domains)) {
    return Outcome::Refused(WhyNot(*problem, change.mailbox));
  }
  const auto actor = ActingFor(surroundings, arguments);
  if (!actor) return Outcome::Refused("there is no reviewer " + *arguments.Option("as"));
  change.actor = *actor;
  std::string old_mailbox;
  Outcome outcome = surroundings.database().Transact([&](sql::Transaction& transaction) {
    Outcome changed = Change(surroundings, transaction, change, old_mailbox);
    if (changed.exit_code == kExitDone) {
      AuditActingFor(surroundings, arguments, transaction, "account mailbox",
                     "account:" + change.login_name);
    }
    return changed;
  });
  if (outcome.exit_code != kExitDone) return outcome;
  const std::string meant = MeantMailbox(change.mailbox);
  Listing listing({"account", "old mailbox", "new mailbox", "to do"});
  listing.Add({change.login_name, old_mailbox, change.mailbox,
               meant.empty() ? "" : "ask whether " + meant + " was meant"});
  surroundings.Print(listing);
  return outcome;
}

}  // namespace permit::ctl
