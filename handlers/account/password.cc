#include "handlers/account/password.h"

#include "handlers/account/account_mails.h"
#include "handlers/account/credentials.h"
#include "handlers/account/login.h"
#include "handlers/rules/password_guess.h"
#include "handlers/rules/registration.h"
#include "handlers/web/account_audit.h"
#include "handlers/web/address_limit.h"
#include "handlers/web/csrf.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/paths.h"
#include "sql/account_store.h"
#include "sql/login_guard_store.h"
#include "sql/register_store.h"
#include "sql/session_store.h"
#include "views/pages/account_pages.h"

namespace permit {
namespace {

// 資通系統防護基準: unlike the last three.
constexpr int kRemembered = 3;

Response Page(Context& context, FieldErrors errors) {
  const int status = errors.empty() ? 200 : 422;
  const views::PasswordPage page{context.services.random.Uuid(), context.visitor->login_name,
                                 context.visitor->must_change_password, std::move(errors)};
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kPassword;
  return Response::Html(views::RenderPassword(context.services.renderer, frame, page), status);
}

bool UsedBefore(Context& context, const sql::Account& account, std::string_view password) {
  if (VerifyPassword(password, account.password_hash)) return true;
  for (const std::string& hash :
       sql::RecentPasswordHashes(context.services.database, account.id, kRemembered)) {
    if (VerifyPassword(password, hash)) return true;
  }
  return false;
}

PasswordOwner OwnerOf(Context& context, const sql::Account& account) {
  PasswordOwner owner{.login_name = account.login_name, .numbers = {account.phone}};
  if (auto applicant = sql::FindApplicant(context.services.database, account.applicant_id)) {
    owner.surname = applicant->surname;
    owner.given_name = applicant->given_name;
    owner.birth_date = FormatDate(applicant->birth_date);
    owner.numbers.push_back(applicant->mainland_id);
    owner.numbers.push_back(applicant->travel_permit);
  }
  return owner;
}

FieldErrors Check(Context& context, const sql::Account& account) {
  const Params& form = context.request.form;
  const std::string_view password = form.Get("password");
  const std::string_view again = form.Get("password_again");
  FieldErrors errors;
  if (form.Has("login_name") && form.Get("login_name") != account.login_name) {
    errors.push_back({"login_name", Problem::kReadOnly});
  }
  if (auto error = CheckPresentPassword(context, account, "password-change-failed")) {
    errors.push_back(*error);
  }
  if (auto error = CheckPassword("password", password)) {
    errors.push_back(*error);
  } else if (auto problem = CheckGuess(password, OwnerOf(context, account))) {
    errors.push_back({"password", *problem});
  }
  if (again.empty()) {
    errors.push_back({"password_again", Problem::kMissing});
  } else if (again != password) {
    errors.push_back({"password_again", Problem::kPasswordsDiffer});
  }
  if (errors.empty() && UsedBefore(context, account, password)) {
    errors.push_back({"password", Problem::kPasswordUsedBefore});
  }
  return errors;
}

}  // namespace

Response ShowPassword(Context& context) { return Page(context, {}); }

Response SendPassword(Context& context) {
  RefuseFlood(context, kLoginFailures);
  const auto account = sql::FindAccount(context.services.database, context.visitor->account_id);
  if (!account) throw HttpError(404, "the account is gone");
  FieldErrors errors = Check(context, *account);
  if (!errors.empty()) return Page(context, std::move(errors));

  const std::string hash =
      HashPassword(context.request.form.Get("password"), context.services.random);
  const std::string cause(context.request.form.Get(kIdempotencyField));
  Response answer = RunOnce(context, [&](sql::Transaction& transaction) -> std::string {
    sql::SetPassword(transaction, account->id, hash, context.now());
    sql::EndSessionsOf(transaction, account->id);
    VoidWhatWasMailed(context, transaction, account->id);
    AuditAccount(context, transaction, account->id, "password-changed", true);
    MailPasswordChanged(context, transaction, *account, cause);
    return kLoginAfterPasswordChange;
  });
  context.cookies_to_set.push_back({std::string(kSessionCookie), "", 0});
  return answer;
}

}  // namespace permit
