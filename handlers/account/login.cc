#include "handlers/account/login.h"

#include "handlers/account/captcha.h"
#include "handlers/account/credentials.h"
#include "handlers/account/open_session.h"
#include "handlers/account/registered_mailbox.h"
#include "handlers/rules/registration.h"
#include "handlers/rules/text.h"
#include "handlers/web/access.h"
#include "handlers/web/account_audit.h"
#include "handlers/web/address_limit.h"
#include "handlers/web/commit_retry.h"
#include "handlers/web/csrf.h"
#include "handlers/web/frame.h"
#include "handlers/web/paths.h"
#include "handlers/web/session.h"
#include "views/pages/login_pages.h"

namespace permit {
namespace {

constexpr std::string_view kNextPicture = "next-picture";
constexpr std::size_t kMaxCode = 30;  // with what is typed between its digits

views::LoginNotice NoticeOf(std::string_view done) {
  if (done == "registered") return views::LoginNotice::kRegistered;
  if (done == "activated") return views::LoginNotice::kActivated;
  if (done == "activation-mailed") return views::LoginNotice::kActivationMailed;
  if (done == "password-mailed") return views::LoginNotice::kPasswordMailed;
  if (done == "code-mailed") return views::LoginNotice::kCodeMailed;
  if (done == "password-changed") return views::LoginNotice::kPasswordChanged;
  if (done == "logged-out") return views::LoginNotice::kLoggedOut;
  if (done == "idle") return views::LoginNotice::kIdle;
  if (done == "ended") return views::LoginNotice::kEnded;
  if (done == "kept") return views::LoginNotice::kKept;
  if (done == "passkey-refused") return views::LoginNotice::kPasskeyRefused;
  return views::LoginNotice::kNone;
}

std::string SiteOf(const Settings& settings, std::string_view category) {
  if (category == "foreign") return settings.foreign_site_url;
  if (category == "hk-macau-overseas") return settings.hk_macau_site_url;
  if (category == "no-household") return settings.no_household_site_url;
  return SiteUrl(settings, kEntryPath);
}

Response Page(Context& context, views::LoginPage page, int status) {
  const Settings& settings = context.services.settings;
  if (page.proof == views::LoginProof::kPicture) {
    page.work_bits = DueWorkBits(context, page.login_name);
    page.captcha_id = MintCaptcha(context, page.work_bits);
  }
  page.rest_minutes = static_cast<int>(settings.login_rest_minutes);
  page.idle_minutes = static_cast<int>(settings.session_idle_minutes);
  return Response::Html(views::RenderLogin(context.services.renderer, Frame(context), page),
                        status);
}

// What was typed, less the password.
views::LoginPage Typed(const Context& context) {
  const Params& form = context.request.form;
  views::LoginPage page;
  page.login_name = TidyLine(HalfWidth(form.Get("login_name")));
  page.return_path = form.Get("next");
  if (form.Has("with_code")) page.proof = views::LoginProof::kMailedCode;
  return page;
}

// What cannot be right whoever says it; looked at before anything is tried.
FieldErrors Check(const Params& form, const std::string& login_name) {
  FieldErrors errors;
  auto require = [&](const char* field, std::size_t limit) {
    if (form.Get(field).empty()) errors.push_back({field, Problem::kMissing});
    if (auto problem = CheckText(form.Get(field), limit)) {
      errors.push_back({field, *problem, static_cast<long>(limit)});
    }
  };
  if (auto error = CheckAccountName("login_name", login_name)) errors.push_back(*error);
  require("password", kMaxPasswordLength);
  if (form.Has("with_code")) {
    const std::string code = TidyMailedCode(form.Get("code"));
    if (code.empty()) errors.push_back({"code", Problem::kMissing});
    if (auto problem = CheckText(code, kMaxCode)) {
      errors.push_back({"code", *problem, static_cast<long>(kMaxCode)});
    }
  } else if (form.Get("proof").empty()) {
    require("captcha", kMaxCode);
  }
  return errors;
}

Response Refuse(Context& context, views::LoginPage page, const CredentialsReading& reading) {
  switch (reading.verdict) {
    case Credentials::kRight:
    case Credentials::kWrong:
      CountLoginFailure(context, page.login_name);
      page.refusal = views::LoginRefusal::kWrong;
      break;
    case Credentials::kRightNotActivated:
      page.refusal = views::LoginRefusal::kNotActivated;
      break;
    case Credentials::kRightOtherCategory:
      page.refusal = views::LoginRefusal::kOtherCategory;
      page.other_category = reading.account->category;
      page.other_site = SiteOf(context.services.settings, page.other_category);
      break;
  }
  return Page(context, std::move(page), 422);
}

Response Enter(Context& context, const CredentialsReading& reading,
               const std::string& return_path) {
  const sql::Account& account = *reading.account;
  auto record = [&](sql::Transaction& transaction) {
    if (reading.used_new_password) {
      sql::AdoptTemporaryPassword(transaction, account.id);
      VoidWhatWasMailed(context, transaction, account.id);
    }
    sql::RecordLogin(transaction, account.id, context.now());
    AuditAccount(context, transaction, account.id, "login", true);
    return true;
  };
  const bool must_change = reading.used_new_password || account.must_change_password;
  return OpenSession(context, {account, must_change, return_path}, record).value();
}

}  // namespace

Response ShowLogin(Context& context) {
  const Params& query = context.request.query;
  views::LoginPage page;
  page.notice = NoticeOf(query.Get("done"));
  if (page.notice == views::LoginNotice::kRegistered) {
    page.registered_mailbox = RegisteredMailbox(context);
  }
  page.return_path = query.Get("next");
  if (page.notice == views::LoginNotice::kNone && !page.return_path.empty() &&
      SafeReturnPath(page.return_path) == page.return_path) {
    page.notice = views::LoginNotice::kPageAsked;
  }
  if (query.Get("way") == "code") page.proof = views::LoginProof::kMailedCode;
  return Page(context, std::move(page), 200);
}

Response ShowLoginAgain(Context& context) { return Page(context, Typed(context), 422); }

Response SendLogin(Context& context) {
  const Params& form = context.request.form;
  views::LoginPage page = Typed(context);
  if (form.Get("do") == kNextPicture) return Page(context, std::move(page), 200);
  if (form.Has("do")) throw HttpError(400, "no button of the form asks for that");
  RefuseFlood(context, kLoginFailures);
  page.errors = Check(form, page.login_name);
  if (!page.errors.empty()) return Page(context, std::move(page), 422);

  std::optional<std::string> code;
  if (page.proof == views::LoginProof::kMailedCode) {
    code = TidyMailedCode(form.Get("code"));
  } else if (!PassesCaptcha(context, form.Get("captcha_id"), form.Get("captcha"),
                            form.Get("proof"))) {
    CheckNobody(context, page.login_name, std::string(form.Get("password")));
    CountLoginFailure(context, page.login_name);
    page.errors.push_back({"captcha", Problem::kCaptchaWrong});
    return Page(context, std::move(page), 422);
  }
  const std::string password{form.Get("password")};
  const CredentialsReading reading = CheckCredentials(context, page.login_name, password, code);
  if (reading.verdict != Credentials::kRight) return Refuse(context, std::move(page), reading);
  return Enter(context, reading, page.return_path);
}

Response SendLogout(Context& context) {
  sql::Database& database = context.services.database;
  FindVisitor(context);
  auto leave = [&](sql::Transaction& transaction) {
    EndPresentSession(context, transaction);
    if (context.visitor)
      AuditAccount(context, transaction, context.visitor->account_id, "logout", true);
    return true;
  };
  TransactWithCommitRetry(database, leave, [] { return std::optional<bool>(); });
  context.cookies_to_set.push_back({std::string(kSessionCookie), "", 0});
  return Response::SeeOther(kLoginAfterLogout);
}

}  // namespace permit
