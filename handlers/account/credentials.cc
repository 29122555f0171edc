#include "handlers/account/credentials.h"

#include "handlers/account/account_mails.h"
#include "handlers/account/known_browser.h"
#include "handlers/account/work_bits.h"
#include "handlers/rules/registration.h"
#include "handlers/rules/text.h"
#include "handlers/web/account_audit.h"
#include "handlers/web/commit_retry.h"
#include "sql/login_guard_store.h"

namespace permit {
namespace {

constexpr std::string_view kOwnCategory = "mainland";

bool NewPasswordLives(const sql::Account& account, Instant now) {
  return account.temporary_password_hash && account.temporary_password_expires_at &&
         *account.temporary_password_expires_at > now;
}

// After too many failures: then no guess is looked at.
bool IsResting(const sql::Account& account, Instant now) {
  return account.rests_until && *account.rests_until > now;
}

// A password that was mailed is for logging in and choosing another within its day; one that was
// used and never changed would open the account to whoever finds the mail.
bool MailedPasswordIsOver(const sql::Account& account, Instant now) {
  return account.must_change_password && account.temporary_password_expires_at &&
         *account.temporary_password_expires_at <= now;
}

struct PasswordReading {
  bool right = false;
  bool is_new = false;
};

// Always compared twice, so that the time tells neither who exists nor what was right.
PasswordReading ReadPassword(const std::optional<sql::Account>& account,
                             const std::string& password, Instant now) {
  const bool present =
      VerifyPassword(password, account ? account->password_hash : std::string(kNobodysHash));
  const bool has_new = account && NewPasswordLives(*account, now);
  const bool fresh = VerifyPassword(
      password, has_new ? *account->temporary_password_hash : std::string(kNobodysHash));
  if (account && present && !MailedPasswordIsOver(*account, now)) return {true, false};
  return {has_new && fresh, has_new && fresh};
}

// Counts in the account's row, under its lock, so that no try is lost among many at once. A failure
// that is nobody's, or comes while the account rests, sends the same statements to no row.
void CountFailure(Context& context, const std::optional<sql::Account>& seen,
                  const std::string& event = "login-failed") {
  const Settings& settings = context.services.settings;
  const Instant now = context.now();
  const Instant rests_until = now + std::chrono::minutes(settings.login_rest_minutes);
  const int allowed = static_cast<int>(settings.login_failures_allowed);
  const std::uint64_t seen_id = seen ? seen->id : 0;
  auto count = [&](sql::Transaction& transaction) {
    auto account = sql::LockAccount(transaction, seen_id);
    AuditAccount(context, transaction, seen_id, event, context.visitor.has_value());
    const bool counts = account && !IsResting(*account, now);
    if (counts && account->rests_until) {
      sql::UnlockAccount(transaction, account->id);
      account->failures = 0;
    }
    sql::RecordLoginFailure(transaction, counts ? seen_id : 0, allowed, rests_until);
    if (counts && account->failures + 1 >= allowed) {
      AuditAccount(context, transaction, seen_id, "login-locked", false);
      MailLoginTrouble(context, transaction, *account, rests_until);
    }
    return true;
  };
  // Counted once too often rather than not at all.
  TransactWithCommitRetry(context.services.database, count, [] { return std::optional<bool>(); });
}

bool CodeFits(Context& context, const std::optional<sql::Account>& account,
              const std::string& code) {
  const auto token = sql::FindToken(
      context.services.database, CodeHash(context.services.secret, account ? account->id : 0, code),
      sql::TokenPurpose::kLoginCode);
  return token && !token->used && token->expires_at > context.now();
}

bool UseCode(Context& context, const sql::Account& account, const std::string& code) {
  return sql::UseToken(context.services.database,
                       CodeHash(context.services.secret, account.id, code),
                       sql::TokenPurpose::kLoginCode, context.now());
}

}  // namespace

CredentialsReading CheckCredentials(Context& context, const std::string& login_name,
                                    const std::string& password,
                                    const std::optional<std::string>& code) {
  const Instant now = context.now();
  const auto account = sql::FindAccountByLogin(context.services.database, login_name);
  const PasswordReading password_reading = ReadPassword(account, password, now);
  // The rest is for those who guess. What was mailed to the account's own mailbox passes it, and so
  // does a browser in which its owner has logged in before: nobody keeps the owner out for good.
  const bool passes_rest =
      code || password_reading.is_new || (account && IsKnownBrowser(context, account->id));
  // Asked of every code, so that the time does not tell whether the password was right.
  const bool code_fits = !code || CodeFits(context, account, *code);
  bool right = account && password_reading.right && account->state != sql::AccountState::kClosed &&
               code_fits && (passes_rest || !IsResting(*account, now));
  if (right && code) right = UseCode(context, *account, *code);
  if (!right) {
    CountFailure(context, account);
    if (account) CountAgainstKnownBrowser(context, account->id);
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

std::optional<FieldError> CheckPresentPassword(Context& context, const sql::Account& account,
                                               const std::string& failure) {
  constexpr char kField[] = "present_password";
  const std::string_view typed = context.request.form.Get(kField);
  if (typed.empty()) return FieldError{kField, Problem::kMissing};
  if (auto problem = CheckText(typed, kMaxPasswordLength)) {
    return FieldError{kField, *problem, static_cast<long>(kMaxPasswordLength)};
  }
  if (!IsResting(account, context.now()) && VerifyPassword(typed, account.password_hash)) {
    return std::nullopt;
  }
  CountLoginFailure(context, account.login_name);
  CountFailure(context, account, failure);
  return FieldError{kField, Problem::kPasswordWrong};
}

void VoidWhatWasMailed(const Context& context, sql::Transaction& transaction,
                       std::uint64_t account_id) {
  for (sql::TokenPurpose purpose : {sql::TokenPurpose::kMailbox, sql::TokenPurpose::kLoginCode}) {
    sql::VoidTokens(transaction, account_id, purpose, context.now());
  }
}

void CheckNobody(Context& context, const std::string& login_name, const std::string& password) {
  sql::FindAccountByLogin(context.services.database, login_name);
  ReadPassword(std::nullopt, password, context.now());
  CountFailure(context, std::nullopt);
}

}  // namespace permit
