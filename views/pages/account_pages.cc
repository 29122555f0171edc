#include "views/pages/account_pages.h"

#include "views/fields/form_fields.h"
#include "views/words/field_messages.h"

namespace permit::views {
namespace {

void AddLoginName(Page& page, const FieldErrors& errors) {
  const Translator& tr = page.tr();
  const std::string label = tr("Username");
  AddField(page, "LOGIN_NAME",
           TextField{.head = {.name = "login_name",
                              .label = label,
                              .error = FieldMessage(tr, label, errors, "login_name"),
                              .required = true},
                     .autocomplete = "username",
                     .max_length = 60,
                     .ltr_code = true});
}

void AddPassword(Page& page, std::string_view marker, const FieldErrors& errors, FieldHead head,
                 const char* autocomplete) {
  head.error = FieldMessage(page.tr(), head.label, errors, head.name);
  head.required = true;
  AddField(page, marker,
           TextField{.head = std::move(head),
                     .type = "password",
                     .autocomplete = autocomplete,
                     .max_length = 128,
                     .ltr_code = true});
}

std::string_view SectionOf(ActivationState state) {
  switch (state) {
    case ActivationState::kReady:
      return "READY";
    case ActivationState::kActive:
      return "ACTIVE";
    case ActivationState::kUnknown:
      return "UNKNOWN";
    case ActivationState::kExpired:
      return "EXPIRED";
    case ActivationState::kApplicantHasOther:
      return "OTHER";
  }
  return {};
}

}  // namespace

std::string RenderActivation(const Renderer& renderer, const PageFrame& frame,
                             const ActivationPage& activation) {
  Page page(renderer, frame, "pages/activate.tpl");
  page.Title(page.tr()("Activate account"));
  page.content().Text("TOKEN", activation.token).Show(SectionOf(activation.state));
  return page.Html();
}

std::string RenderResend(const Renderer& renderer, const PageFrame& frame, const ResendPage& data) {
  Page page(renderer, frame, "pages/resend_activation.tpl");
  page.Title(page.tr()("Send a new activation email"));
  page.content().Text("IDEMPOTENCY_KEY", data.idempotency_key);
  AddLoginName(page, data.errors);
  return page.Html();
}

std::string RenderForgottenPassword(const Renderer& renderer, const PageFrame& frame,
                                    const ForgottenPasswordPage& data) {
  Page page(renderer, frame, "pages/forgot_password.tpl");
  page.Title(page.tr()("Forgotten your password?"));
  page.content().Text("IDEMPOTENCY_KEY", data.idempotency_key);
  AddLoginName(page, data.errors);
  return page.Html();
}

std::string RenderPassword(const Renderer& renderer, const PageFrame& frame,
                           const PasswordPage& data) {
  Page page(renderer, frame, "pages/password.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Change your password"));
  page.content()
      .Text("IDEMPOTENCY_KEY", data.idempotency_key)
      .ShowIf(data.must_change, "MUST_CHANGE");
  AddField(page, "LOGIN_NAME",
           TextField{.head = {.name = "login_name",
                              .label = tr("Account"),
                              .error = FieldMessage(tr, tr("Account"), data.errors, "login_name"),
                              .asked = false},
                     .value = data.login_name,
                     .autocomplete = "username",
                     .read_only = true,
                     .ltr_code = true});
  AddPassword(page, "PRESENT", data.errors,
              {.name = "present_password", .label = tr("Current password")}, "current-password");
  AddPassword(page, "PASSWORD", data.errors,
              {.name = "password",
               .label = tr("New password"),
               .hint = tr("At least 8 characters, including a lower-case letter and a number. It "
                          "cannot be one of your last 3 passwords.")},
              "new-password");
  AddPassword(page, "PASSWORD_AGAIN", data.errors,
              {.name = "password_again", .label = tr("Confirm new password")}, "new-password");
  return page.Html();
}

}  // namespace permit::views
