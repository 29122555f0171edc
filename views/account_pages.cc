#include "views/account_pages.h"

#include "views/form_fields.h"

namespace permit::views {

std::string RenderLogin(const Renderer& renderer, const PageFrame& frame, const LoginPage& login) {
  Page page(renderer, frame, "pages/login.tpl");
  const Voice& say = page.say();
  page.Title(say("Log in"));
  if (!login.refusal.empty()) page.AddError({"", login.refusal});
  page.content().ShowIf(login.offer_activation_mail, "ACTIVATION_MAIL");
  AddField(page, "LOGIN_NAME",
           TextField{.head = {.name = "login_name",
                              .label = say("Account"),
                              .error = login.login_name_error,
                              .required = true},
                     .value = login.login_name,
                     .autocomplete = "username",
                     .max_length = 100,
                     .ltr_code = true});
  AddField(page, "PASSWORD",
           TextField{.head = {.name = "password",
                              .label = say("Password"),
                              .error = login.password_error,
                              .required = true},
                     .type = "password",
                     .autocomplete = "current-password",
                     .max_length = 128,
                     .ltr_code = true});
  if (login.proof == LoginProof::kPicture) {
    Dictionary picture = page.content().Add("PICTURE");
    picture.Text("CAPTCHA_ID", login.captcha_id).Number("WORK_BITS", login.work_bits);
    AddField(page, picture, "CAPTCHA",
             TextField{.head = {.name = "captcha",
                                .label = say("Enter the verification code"),
                                .hint = say("Six letters and digits; capitals and small letters "
                                            "count the same."),
                                .error = login.captcha_error,
                                .required = true},
                       .autocomplete = "off",
                       .max_length = 12,
                       .width = 10,
                       .ltr_code = true});
  } else {
    Dictionary mailed = page.content().Add("MAILED_CODE");
    AddField(page, mailed, "CODE",
             TextField{.head = {.name = "login_code",
                                .label = say("One-time code from the mail"),
                                .hint = say("It is valid for 10 minutes."),
                                .error = login.captcha_error,
                                .required = true},
                       .autocomplete = "one-time-code",
                       .max_length = 12,
                       .width = 10,
                       .ltr_code = true});
  }
  return page.Html();
}

}  // namespace permit::views
