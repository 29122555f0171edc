#include "views/pages/login_pages.h"

#include "views/fields/form_fields.h"
#include "views/words/field_messages.h"

namespace permit::views {
namespace {

std::string NoticeText(const Translator& tr, const LoginPage& login) {
  switch (login.notice) {
    case LoginNotice::kNone:
      return {};
    case LoginNotice::kRegistered:
      return tr("You have registered. Open the email we sent you to activate your account.");
    case LoginNotice::kActivated:
      return tr("Your account is active. You can log in now.");
    case LoginNotice::kActivationMailed:
      return tr("If this account has not been activated yet, we have sent a new activation email.");
    case LoginNotice::kPasswordMailed:
      return tr(
          "If this account exists, we have sent a new password to its email address. The new "
          "password is valid for 24 hours. Your current password works until you use the new one.");
    case LoginNotice::kCodeMailed:
      return tr("If this account exists, we have sent a one-time code to its email address.");
    case LoginNotice::kPasswordChanged:
      return tr("Success!! Please login again!!");
    case LoginNotice::kLoggedOut:
      return tr("You have logged out.");
    case LoginNotice::kIdle:
      return tr(
          "You were logged out because you were inactive for {MINUTES} minutes. Log in to go back "
          "to where you were.",
          {{"MINUTES", std::to_string(login.idle_minutes)}});
    case LoginNotice::kEnded:
      return tr(
          "You were no longer logged in, so your last action was not done. Log in and try again.");
    case LoginNotice::kKept:
      return tr(
          "You were logged out because you were inactive for {MINUTES} minutes. We have kept your "
          "answers. Log in to go back to them.",
          {{"MINUTES", std::to_string(login.idle_minutes)}});
    case LoginNotice::kPasskeyRefused:
      return tr(
          "We could not log you in with this passkey. Try again, or log in with your username and "
          "password.");
    case LoginNotice::kPageAsked:
      return tr("Log in to open this page. We will take you to it when you have logged in.");
  }
  return {};
}

NoticeKind KindOf(LoginNotice notice) {
  switch (notice) {
    case LoginNotice::kEnded:
    case LoginNotice::kPasskeyRefused:
      return NoticeKind::kWarning;
    case LoginNotice::kPageAsked:
      return NoticeKind::kInformation;
    case LoginNotice::kNone:
    case LoginNotice::kRegistered:
    case LoginNotice::kActivated:
    case LoginNotice::kActivationMailed:
    case LoginNotice::kPasswordMailed:
    case LoginNotice::kCodeMailed:
    case LoginNotice::kPasswordChanged:
    case LoginNotice::kLoggedOut:
    case LoginNotice::kIdle:
    case LoginNotice::kKept:
      return NoticeKind::kSuccess;
  }
  return NoticeKind::kSuccess;
}

std::string RefusalText(const Translator& tr, const LoginPage& login) {
  switch (login.refusal) {
    case LoginRefusal::kNone:
      return {};
    case LoginRefusal::kWrong:
      return tr(
          "The username or password is incorrect. After too many failed attempts, we will lock the "
          "account for {MINUTES} minutes and email its owner.",
          {{"MINUTES", std::to_string(login.rest_minutes)}});
    case LoginRefusal::kNotActivated:
      return tr("This account has not been activated yet.");
    case LoginRefusal::kOtherCategory:
      return tr("This account belongs to the service for {STUDENTS}. Log in there.",
                {{"STUDENTS", CategoryWord(tr, login.other_category)}});
  }
  return {};
}

TextField NameField(const Translator& tr, const std::string& typed, const FieldErrors& errors) {
  const std::string label = tr("Account");
  return {.head = {.name = "login_name",
                   .label = label,
                   .error = FieldMessage(tr, label, errors, "login_name"),
                   .required = true},
          .value = typed,
          .autocomplete = "username",
          .max_length = 60,
          .ltr_code = true};
}

void AddPassword(Page& page, const FieldErrors& errors) {
  const Translator& tr = page.tr();
  const std::string label = tr("Password");
  AddField(page, "PASSWORD",
           TextField{.head = {.name = "password",
                              .label = label,
                              .error = FieldMessage(tr, label, errors, "password"),
                              .required = true},
                     .type = "password",
                     .autocomplete = "current-password",
                     .max_length = 128,
                     .ltr_code = true});
}

void AddPicture(Page& page, const LoginPage& login) {
  const Translator& tr = page.tr();
  Dictionary picture = page.content().Add("PICTURE");
  picture.Text("CAPTCHA_ID", login.captcha_id).Number("WORK_BITS", login.work_bits);
  picture.ShowText("RETURN_PATH", login.return_path);
  AddField(page, picture, "CAPTCHA",
           TextField{
               .head = {.name = "captcha",
                        .label = tr("Enter the verification code"),
                        .hint = tr("6 letters and numbers. It does not matter if you use capital "
                                   "or small letters."),
                        .error = FieldMessage(tr, tr("Verification code"), login.errors, "captcha"),
                        .required = true},
               .autocomplete = "off",
               .max_length = 12,
               .width = 10,
               .ltr_code = true});
}

void AddMailedCode(Page& page, const LoginPage& login) {
  const Translator& tr = page.tr();
  Dictionary mailed = page.content().Add("MAILED_CODE");
  mailed.ShowText("RETURN_PATH", login.return_path);
  const std::string label = tr("One-time code from the email");
  AddField(page, mailed, "CODE",
           TextField{.head = {.name = "code",
                              .label = label,
                              .hint = tr("8 digits, valid for 10 minutes."),
                              .error = FieldMessage(tr, label, login.errors, "code"),
                              .required = true},
                     .autocomplete = "one-time-code",
                     .input_mode = "numeric",
                     .max_length = 12,
                     .width = 10,
                     .ltr_code = true});
}

}  // namespace

std::string RenderLogin(const Renderer& renderer, const PageFrame& frame, const LoginPage& login) {
  PageFrame told = frame;
  if (login.notice != LoginNotice::kNone) {
    told.notices.push_back(
        {KindOf(login.notice), NoticeText(Translator(renderer, frame.language), login)});
  }
  Page page(renderer, told, "pages/login.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Log in"));
  if (login.notice == LoginNotice::kRegistered) {
    Dictionary next = page.content().Add("REGISTERED");
    next.ShowText("MAILBOX", login.registered_mailbox);
    next.ShowIf(login.registered_mailbox.empty(), "NO_MAILBOX");
  }
  if (login.refusal != LoginRefusal::kNone) page.AddError({"", RefusalText(tr, login)});
  page.content().ShowIf(login.refusal == LoginRefusal::kNotActivated, "NOT_ACTIVATED");
  if (login.refusal == LoginRefusal::kOtherCategory) {
    page.content()
        .Add("OTHER_SITE")
        .Text("ADDRESS", login.other_site)
        .Text("STUDENTS", CategoryWord(tr, login.other_category));
  }
  page.content().ShowText("RETURN_PATH", login.return_path);
  AddField(page, "LOGIN_NAME", NameField(tr, login.login_name, login.errors));
  AddPassword(page, login.errors);
  switch (login.proof) {
    case LoginProof::kPicture:
      AddPicture(page, login);
      break;
    case LoginProof::kMailedCode:
      AddMailedCode(page, login);
      break;
  }
  return page.Html();
}

std::string RenderLoginCode(const Renderer& renderer, const PageFrame& frame,
                            const LoginCodePage& data) {
  Page page(renderer, frame, "pages/login_code.tpl");
  page.Title(page.tr()("Get a one-time code by email"));
  page.content().Text("IDEMPOTENCY_KEY", data.idempotency_key);
  page.content().ShowText("RETURN_PATH", data.return_path);
  AddField(page, "LOGIN_NAME", NameField(page.tr(), {}, data.errors));
  return page.Html();
}

std::string CategoryWord(const Translator& tr, std::string_view category) {
  if (category == "foreign") return tr("foreign students");
  if (category == "hk-macau-overseas") {
    return tr("students from Hong Kong, Macau and overseas");
  }
  if (category == "no-household") return tr("nationals without household registration");
  return tr("students from mainland China");
}

}  // namespace permit::views
