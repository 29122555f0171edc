#include "sql/account_store.h"

#include "handlers/rules/greeting_name.h"
#include "sql/queries.h"
#include "sql/row_set.h"
#include "sql/session_store.h"

namespace permit::sql {
namespace {

AccountState StateFromCode(const std::string& code) {
  for (AccountState state :
       {AccountState::kPending, AccountState::kActive, AccountState::kClosed}) {
    if (Code(state) == code) return state;
  }
  throw std::logic_error("account state " + code);
}

Account ReadAccount(const Row& row) {
  Account account;
  account.id = row.Uint("id");
  account.applicant_id = row.Uint("applicant_id");
  account.category = row.Text("category");
  account.login_name = row.Text("login_name");
  account.password_hash = row.Text("password_hash");
  account.email = row.Text("email");
  account.phone = row.Text("phone");
  account.extension = row.Text("extension");
  account.language = LanguageFromTag(row.Text("language")).value_or(Language::kChinese);
  account.state = StateFromCode(row.Text("state"));
  account.failures = static_cast<int>(row.Int("failures"));
  account.rests_until = row.OptionalTime("rests_until");
  account.temporary_password_hash = row.OptionalText("temporary_password_hash");
  account.temporary_password_expires_at = row.OptionalTime("temporary_password_expires_at");
  account.must_change_password = row.Flag("must_change_password");
  account.created_at = row.Time("created_at");
  account.activated_at = row.OptionalTime("activated_at");
  account.last_login_at = row.OptionalTime("last_login_at");
  return account;
}

std::optional<Account> ReadOptional(const std::optional<Row>& row) {
  if (!row) return std::nullopt;
  return ReadAccount(*row);
}

std::vector<std::uint64_t> Ids(const std::vector<Row>& rows) {
  std::vector<std::uint64_t> ids;
  ids.reserve(rows.size());
  for (const Row& row : rows) ids.push_back(row.Uint("id"));
  return ids;
}

}  // namespace

std::string_view Code(AccountState state) {
  switch (state) {
    case AccountState::kPending:
      return "pending";
    case AccountState::kActive:
      return "active";
    case AccountState::kClosed:
      return "closed";
  }
  return "";
}

std::optional<Account> FindAccountByLogin(Executor& executor, const std::string& login_name) {
  return ReadOptional(executor.QueryOne(queries::kAccountByLogin, {login_name}));
}

std::optional<Account> FindAccount(Executor& executor, std::uint64_t id) {
  return ReadOptional(executor.QueryOne(queries::kAccountById, {id}));
}

std::map<std::uint64_t, Mailbox> Mailboxes(Executor& executor,
                                           const std::set<std::uint64_t>& account_ids) {
  RowSet wanted;
  for (std::uint64_t id : account_ids) wanted.Add({id});
  std::map<std::uint64_t, Mailbox> mailboxes;
  for (const Row& row : QueryEach(executor, queries::kAccountMailboxes, wanted)) {
    const Language language = LanguageFromTag(row.Text("language")).value();
    mailboxes[row.Uint("id")] = {row.Uint("account_id"), language, row.Text("email"),
                                 GreetingName(language, row.Text("chinese_name"),
                                              row.Text("surname"), row.Text("given_name"))};
  }
  return mailboxes;
}

std::optional<Account> LockAccount(Transaction& transaction, std::uint64_t id) {
  return ReadOptional(transaction.QueryOne(queries::kAccountByIdLocked, {id}));
}

std::vector<Account> LatestAccounts(Executor& executor, int limit) {
  std::vector<Account> accounts;
  for (const Row& row : executor.Query(queries::kAccountLatest, {limit})) {
    accounts.push_back(ReadAccount(row));
  }
  return accounts;
}

bool HasActiveAccount(Executor& executor, std::uint64_t applicant_id) {
  return executor.QueryOne(queries::kAccountActiveOfApplicant, {applicant_id}).has_value();
}

std::optional<std::uint64_t> InsertAccount(Transaction& transaction, const NewAccount& account,
                                           Instant now) {
  try {
    transaction.Execute(
        queries::kAccountInsert,
        {account.applicant_id, account.category, account.login_name, account.password_hash,
         account.email, account.phone, account.extension, LanguageTag(account.language), now});
  } catch (const DuplicateKey&) {
    return std::nullopt;
  }
  std::uint64_t id = transaction.LastInsertId();
  transaction.Execute(queries::kPasswordHistoryInsert, {id, account.password_hash, now});
  return id;
}

std::vector<std::uint64_t> PendingAccounts(Executor& executor, std::uint64_t applicant_id) {
  return Ids(executor.Query(queries::kAccountPendingOfApplicant, {applicant_id}));
}

bool RemovePendingAccount(Transaction& transaction, std::uint64_t id) {
  const auto account = LockAccount(transaction, id);
  if (!account || account->state != AccountState::kPending || account->activated_at) return false;
  transaction.Execute(queries::kAccountTokensRemove, {id});
  transaction.Execute(queries::kPasswordHistoryRemove, {id});
  return transaction.Execute(queries::kAccountPendingRemove, {id}) == 1;
}

std::vector<std::uint64_t> PendingAccountsBefore(Executor& executor, Instant registered_before,
                                                 int limit) {
  return Ids(executor.Query(queries::kAccountPendingBefore, {registered_before, limit}));
}

Activation ActivateAccount(Transaction& transaction, std::uint64_t id, Instant now) {
  try {
    return transaction.Execute(queries::kAccountActivate, {now, id}) == 1 ? Activation::kDone
                                                                          : Activation::kNotPending;
  } catch (const DuplicateKey&) {
    return Activation::kApplicantHasAnother;
  }
}

void RecordLoginFailure(Executor& executor, std::uint64_t id, int allowed, Instant rests_until) {
  executor.Execute(queries::kAccountFailure, {allowed, rests_until, id});
}

void RecordLogin(Executor& executor, std::uint64_t id, Instant now) {
  executor.Execute(queries::kAccountLogin, {now, id});
}

bool UnlockAccount(Executor& executor, std::uint64_t id) {
  return executor.Execute(queries::kAccountForgive, {id}) == 1;
}

bool CloseAccount(Transaction& transaction, std::uint64_t id) {
  EndSessionsOf(transaction, id);
  return transaction.Execute(queries::kAccountClose, {id}) == 1;
}

void SetTemporaryPassword(Executor& executor, std::uint64_t id, const std::string& hash,
                          Instant expires_at) {
  executor.Execute(queries::kAccountSetTemporaryPassword, {hash, expires_at, id});
}

bool AdoptTemporaryPassword(Transaction& transaction, std::uint64_t id) {
  return transaction.Execute(queries::kAccountAdoptTemporaryPassword, {id}) == 1;
}

void ForgetTemporaryPassword(Executor& executor, std::uint64_t id) {
  executor.Execute(queries::kAccountForgetTemporaryPassword, {id});
}

void SetPassword(Transaction& transaction, std::uint64_t id, const std::string& hash, Instant now) {
  transaction.Execute(queries::kAccountSetPassword, {hash, id});
  transaction.Execute(queries::kPasswordHistoryInsert, {id, hash, now});
}

std::vector<std::string> RecentPasswordHashes(Executor& executor, std::uint64_t id, int count) {
  std::vector<std::string> hashes;
  for (const Row& row : executor.Query(queries::kPasswordHistoryRecent, {id, count})) {
    hashes.push_back(row.Text("password_hash"));
  }
  return hashes;
}

void SetEmail(Executor& executor, std::uint64_t id, const std::string& email) {
  executor.Execute(queries::kAccountSetEmail, {email, id});
}

bool HasOtherAccountWith(Executor& executor, const std::string& email, std::uint64_t id) {
  return executor.QueryOne(queries::kAccountActiveWithEmail, {email, id}).has_value();
}

void SetPhone(Executor& executor, std::uint64_t id, const std::string& phone,
              const std::string& extension) {
  executor.Execute(queries::kAccountSetPhone, {phone, extension, id});
}

}  // namespace permit::sql
