#include "handlers/account/credentials.h"

#include "handlers/account/account_letters.h"
#include "sql/login_guard_store.h"

namespace permit {
namespace {

constexpr std::string_view kOwnCategory = "mainland";

bool IsResting(const sql::Account& account, Instant now) {
  return account.rests_until && *account.rests_until > now;
}

bool NewPasswordLives(const sql::Account& account, Instant now) {
  return account.temporary_password_hash && account.temporary_password_expires_at &&
         *account.temporary_password_expires_at > now;
}

struct PasswordReading {
  bool right = false;
  bool is_new = false;
};

// A wrong password is always compared twice.
PasswordReading ReadPassword(const std::optional<sql::Account>& account,
                             const std::string& password, Instant now) {
  const bool present =
      VerifyPassword(password, account ? account->password_hash : std::string(kNobodysHash));
  if (account && present) return {true, false};
  const bool has_new = account && NewPasswordLives(*account, now);
  const bool fresh = VerifyPassword(
      password, has_new ? *account->temporary_password_hash : std::string(kNobodysHash));
  return {has_new && fresh, has_new && fresh};
}

// Counts in the account's row, under its lock, so that no try is lost among many at once.
void CountFailure(Context& context, const sql::Account& seen) {
  const Settings& settings = context.services.settings;
  const Instant now = context.now();
  const Instant rests_until = now + std::chrono::minutes(settings.login_rest_minutes);
  context.services.database.Transact([&](sql::Transaction& transaction) {
    auto account = sql::LockAccount(transaction, seen.id);
    if (!account || IsResting(*account, now)) return;
    if (account->rests_until) {
      sql::UnlockAccount(transaction, account->id);
      account->failures = 0;
    }
    const int allowed = static_cast<int>(settings.login_failures_allowed);
    sql::RecordLoginFailure(transaction, account->id, allowed, rests_until);
    if (account->failures + 1 >= allowed) {
      MailLoginTrouble(context, transaction, *account, rests_until);
    }
  });
}

}  // namespace

CredentialsReading CheckCredentials(Context& context, const std::string& login_name,
                                    const std::string& password,
                                    const std::optional<std::string>& code) {
  sql::Database& database = context.services.database;
  const Instant now = context.now();
  const auto account = sql::FindAccountByLogin(database, login_name);
  const PasswordReading password_reading = ReadPassword(account, password, now);
  bool right = account && password_reading.right && account->state != sql::AccountState::kClosed &&
               !IsResting(*account, now);
  if (right && code) {
    right =
        sql::UseToken(database, CodeHash(account->id, *code), sql::TokenPurpose::kLoginCode, now);
  }
  if (!right) {
    if (account) CountFailure(context, *account);
    return {};
  }
  CredentialsReading reading{Credentials::kRight, account, password_reading.is_new};
  if (account->category != kOwnCategory) {
    reading.verdict = Credentials::kRightOtherCategory;
  } else if (account->state == sql::AccountState::kPending) {
    reading.verdict = Credentials::kRightNotActivated;
  }
  return reading;
}

}  // namespace permit
