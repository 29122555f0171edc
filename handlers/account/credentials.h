// Whether somebody who names an account and a password may come in.
//
// An unknown account, a wrong password, a resting and a closed account cost the same work and give
// the same result. Failures are counted here. After some the account rests, which its owner is
// told; a mailed code, a mailed password and a browser that the owner has used pass the rest.
#pragma once

#include <optional>
#include <string>

#include "handlers/rules/field_error.h"
#include "handlers/web/context.h"
#include "sql/account_store.h"

namespace permit {

enum class Credentials { kWrong, kRight, kRightNotActivated, kRightOtherCategory };

struct CredentialsReading {
  Credentials verdict = Credentials::kWrong;
  std::optional<sql::Account> account;  // unless kWrong
  bool used_new_password = false;       // the mailed one
};

// Compared for unknown accounts, so that a try costs the same.
inline constexpr char kNobodysHash[] =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHR0aGF0aXMxNg$"
    "kKO5n0sIGzDVYQq1kcDmuS8EuAOSqGSNtFlw3DhvKuQ";

// `code` is the one-time code from a mail when that stands in for the captcha; a wrong one is
// kWrong like a wrong password.
CredentialsReading CheckCredentials(Context& context, const std::string& login_name,
                                    const std::string& password,
                                    const std::optional<std::string>& code);

// What is wrong with the form's `present_password`, by which whoever has the account's session
// proves to know it too. A wrong one is counted like a failed login and written to the audit as
// `failure`; what follows is the same, the mail to the owner too. While the account rests, every
// one is wrong.
std::optional<FieldError> CheckPresentPassword(Context& context, const sql::Account& account,
                                               const std::string& failure);

// Codes and links to another mailbox that were mailed before no longer work: whoever had them asked
// for may not be who has the new password.
void VoidWhatWasMailed(const Context& context, sql::Transaction& transaction,
                       std::uint64_t account_id);

// The same work for nothing: what a try without the right captcha costs.
void CheckNobody(Context& context, const std::string& login_name, const std::string& password);

}  // namespace permit
