// Accounts and the passwords they have had.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "handlers/rules/language.h"
#include "sql/database.h"

namespace permit::sql {

enum class AccountState { kPending, kActive, kClosed };
std::string_view Code(AccountState state);  // "pending", "active", "closed"

struct Account {
  std::uint64_t id = 0;
  std::uint64_t applicant_id = 0;
  std::string category;
  std::string login_name;
  std::string password_hash;
  std::string email;
  std::string phone;
  std::string extension;
  Language language = Language::kChinese;
  AccountState state = AccountState::kPending;
  int failures = 0;
  std::optional<Instant> rests_until;
  std::optional<std::string> temporary_password_hash;
  std::optional<Instant> temporary_password_expires_at;
  bool must_change_password = false;
  Instant created_at;
  std::optional<Instant> activated_at;
  std::optional<Instant> last_login_at;
};

struct NewAccount {
  std::uint64_t applicant_id = 0;
  std::string category;
  std::string login_name;
  std::string password_hash;
  std::string email;
  std::string phone;
  std::string extension;
  Language language = Language::kChinese;
};

std::optional<Account> FindAccountByLogin(Executor& executor, const std::string& login_name);
std::optional<Account> FindAccount(Executor& executor, std::uint64_t id);
// Where mails about what an account has sent go: to the account that its applicant has now, which
// is another one when that was closed and the applicant has registered again; while the applicant
// has no active account, to the account itself.
struct Mailbox {
  std::uint64_t account_id = 0;  // whose mailbox it is
  Language language = Language::kChinese;
  std::string email;
  std::string name;  // the applicant's, as a mail in that language says it
};
// By the ids given.
std::map<std::uint64_t, Mailbox> Mailboxes(Executor& executor,
                                           const std::set<std::uint64_t>& account_ids);
std::optional<Account> LockAccount(Transaction& transaction, std::uint64_t id);
std::vector<Account> LatestAccounts(Executor& executor, int limit);
bool HasActiveAccount(Executor& executor, std::uint64_t applicant_id);

// Pending, with its first password in the history. nullopt: the login name is taken; the
// transaction holds nothing new then.
std::optional<std::uint64_t> InsertAccount(Transaction& transaction, const NewAccount& account,
                                           Instant now);

// The applicant's accounts that wait for their activation.
std::vector<std::uint64_t> PendingAccounts(Executor& executor, std::uint64_t applicant_id);
// Deletes an account that was never active, with its tokens and passwords; false: there is none.
bool RemovePendingAccount(Transaction& transaction, std::uint64_t id);
// The oldest of the accounts that were registered before and never activated, by their ids.
std::vector<std::uint64_t> PendingAccountsBefore(Executor& executor, Instant registered_before,
                                                 int limit);

enum class Activation { kDone, kNotPending, kApplicantHasAnother };
Activation ActivateAccount(Transaction& transaction, std::uint64_t id, Instant now);

// Counts a failed login; from the `allowed`th on the account rests until the given time.
void RecordLoginFailure(Executor& executor, std::uint64_t id, int allowed, Instant rests_until);
void RecordLogin(Executor& executor, std::uint64_t id, Instant now);
bool UnlockAccount(Executor& executor, std::uint64_t id);       // false: there is none
bool CloseAccount(Transaction& transaction, std::uint64_t id);  // its sessions end as well

// The temporary password stands beside the old one until it is used; using it makes it the
// password, which must then be changed.
void SetTemporaryPassword(Executor& executor, std::uint64_t id, const std::string& hash,
                          Instant expires_at);
bool AdoptTemporaryPassword(Transaction& transaction, std::uint64_t id);
void ForgetTemporaryPassword(Executor& executor, std::uint64_t id);

// Ends the need to change it and writes the history. Sessions are the caller's to end.
void SetPassword(Transaction& transaction, std::uint64_t id, const std::string& hash, Instant now);
std::vector<std::string> RecentPasswordHashes(Executor& executor, std::uint64_t id, int count);

void SetEmail(Executor& executor, std::uint64_t id, const std::string& email);
// Whether an active account other than `id` has that mailbox, in whatever case it is written.
bool HasOtherAccountWith(Executor& executor, const std::string& email, std::uint64_t id);
void SetPhone(Executor& executor, std::uint64_t id, const std::string& phone,
              const std::string& extension);

}  // namespace permit::sql
