#include "handlers/operator/account_commands.h"

#include "handlers/account/mail_bounds.h"
#include "handlers/operator/acting_for.h"
#include "handlers/operator/numbers.h"
#include "sql/account_store.h"
#include "sql/audit_store.h"
#include "sql/register_store.h"
#include "sql/reviewer_store.h"

namespace permit::ctl {
namespace {

std::string TimeOrNothing(const std::optional<Instant>& time) {
  return time ? FormatTime(*time) : "";
}

Outcome NoSuchAccount(const std::string& name) {
  return Outcome::Refused("there is no account " + name);
}

void PrintAccount(Surroundings& surroundings, const sql::Account& account) {
  sql::Database& database = surroundings.database();
  std::optional<sql::Applicant> applicant = sql::FindApplicant(database, account.applicant_id);
  Listing listing({"what", "value"});
  listing.Add({"login name", account.login_name});
  listing.Add({"state", std::string(sql::Code(account.state))});
  listing.Add({"category", account.category});
  listing.Add({"applicant", applicant.value().chinese_name + " " + applicant->mainland_id});
  listing.Add({"email", account.email});
  listing.Add({"language", std::string(LanguageTag(account.language))});
  listing.Add({"failed logins", std::to_string(account.failures)});
  listing.Add({"rests until", TimeOrNothing(account.rests_until)});
  listing.Add({"must change password", account.must_change_password ? "yes" : "no"});
  listing.Add({"created", FormatTime(account.created_at)});
  listing.Add({"activated", TimeOrNothing(account.activated_at)});
  listing.Add({"last login", TimeOrNothing(account.last_login_at)});
  for (const MailBound& bound : kMailBounds) {
    const auto asked = ReadMailsOfDay(database, bound, account.email, surroundings.now());
    if (asked == 0) continue;
    listing.Add({"mails today", std::string(bound.kind) + " " + std::to_string(asked) + " of " +
                                    std::to_string(bound.a_day)});
  }
  for (const sql::EntryPermit& permit : sql::PermitsOf(database, account.applicant_id)) {
    listing.Add({"permit", permit.number + " " + std::string(Code(permit.kind)) + " " +
                               std::string(Code(permit.status)) + ", stay until " +
                               FormatDate(permit.stay_until)});
  }
  surroundings.Print(listing);
}

using Change = bool (*)(sql::Transaction&, std::uint64_t);

Outcome ChangeAccount(Surroundings& surroundings, const Arguments& arguments,
                      const std::string& action, Change change) {
  const std::string& name = arguments.words.at(0);
  bool found = surroundings.database().Transact([&](sql::Transaction& transaction) {
    std::optional<sql::Account> account = sql::FindAccountByLogin(transaction, name);
    if (!account || !change(transaction, account->id)) return false;
    sql::WriteAudit(transaction,
                    {surroundings.actor(), action, "account:" + account->login_name, ""},
                    surroundings.now());
    return true;
  });
  if (!found) return NoSuchAccount(name);
  // The row of the act itself names who saw the account.
  PrintAccount(surroundings, sql::FindAccountByLogin(surroundings.database(), name).value());
  return Outcome::Done();
}

}  // namespace

Outcome ListAccountsCommand(Surroundings& surroundings, const Arguments& arguments) {
  std::optional<int> limit = ReadLimit(arguments);
  if (!limit) return Outcome::Usage("--limit wants a number from 1 to 100000");
  Listing listing({"login name", "state", "category", "email", "failures", "rests until", "created",
                   "last login"});
  for (const sql::Account& account : sql::LatestAccounts(surroundings.database(), *limit)) {
    listing.Add({account.login_name, std::string(sql::Code(account.state)), account.category,
                 account.email, std::to_string(account.failures),
                 TimeOrNothing(account.rests_until), FormatTime(account.created_at),
                 TimeOrNothing(account.last_login_at)});
  }
  AuditList(surroundings, arguments, "account-list", "accounts", listing.size());
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome ShowAccountCommand(Surroundings& surroundings, const Arguments& arguments) {
  const std::string& name = arguments.words.at(0);
  std::optional<sql::Account> account = sql::FindAccountByLogin(surroundings.database(), name);
  if (!account) return NoSuchAccount(name);
  AuditReading(surroundings, "account-show", "account:" + account->login_name);
  PrintAccount(surroundings, *account);
  return Outcome::Done();
}

Outcome UnlockAccountCommand(Surroundings& surroundings, const Arguments& arguments) {
  return ChangeAccount(surroundings, arguments, "account-unlock",
                       [](sql::Transaction& transaction, std::uint64_t id) {
                         return sql::UnlockAccount(transaction, id);
                       });
}

Outcome CloseAccountCommand(Surroundings& surroundings, const Arguments& arguments) {
  return ChangeAccount(surroundings, arguments, "account-close", sql::CloseAccount);
}

Outcome AddReviewer(Surroundings& surroundings, const Arguments& arguments) {
  sql::Reviewer reviewer;
  reviewer.login_name = arguments.words.at(0);
  reviewer.display_name = arguments.Option("name").value_or(reviewer.login_name);
  std::optional<std::string> file = arguments.Option("password-file");
  if (!file) return Outcome::Usage("a reviewer wants --password-file");
  std::string password = ReadSecret(*file, "--password-file");
  if (password.size() < 12) return Outcome::Refused("the password wants 12 characters at least");
  reviewer.password_hash = HashPassword(password, surroundings.random());
  surroundings.database().Transact([&](sql::Transaction& transaction) {
    sql::UpsertReviewer(transaction, reviewer, surroundings.now());
    sql::WriteAudit(transaction,
                    {surroundings.actor(), "reviewer-add", "reviewer:" + reviewer.login_name,
                     reviewer.display_name},
                    surroundings.now());
  });
  return ListReviewersCommand(surroundings, arguments);
}

Outcome ListReviewersCommand(Surroundings& surroundings, const Arguments&) {
  Listing listing({"login name", "name", "state"});
  for (const sql::Reviewer& reviewer : sql::ListReviewers(surroundings.database())) {
    listing.Add(
        {reviewer.login_name, reviewer.display_name, reviewer.active ? "active" : "closed"});
  }
  surroundings.Print(listing);
  return Outcome::Done();
}

}  // namespace permit::ctl
