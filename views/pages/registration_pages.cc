#include "views/pages/registration_pages.h"

#include "views/fields/basic_data_fields.h"
#include "views/fields/form_fields.h"
#include "views/words/field_messages.h"

namespace permit::views {
namespace {

// Field after field, each at the marker that is its name in capitals.
class Fields {
 public:
  Fields(Page& page, const FieldErrors& errors) : page_(page), errors_(errors) {}

  FieldHead Head(const std::string& name, const std::string& label, const std::string& hint = {},
                 bool required = true) const {
    return {name, label, hint, FieldMessage(page_.tr(), label, errors_, name), required};
  }

  void Password(std::string_view marker, const FieldHead& head) {
    AddField(page_, marker,
             TextField{.head = head,
                       .type = "password",
                       .autocomplete = "new-password",
                       .max_length = 128,
                       .ltr_code = true});
  }

 private:
  Page& page_;
  const FieldErrors& errors_;
};

void AddLogin(Page& page, Fields& fields, const std::string& login_name) {
  const Translator& tr = page.tr();
  AddField(
      page, "LOGIN_NAME",
      TextField{
          .head = fields.Head(
              "login_name", tr("Username"),
              tr("Use letters, numbers, dots, hyphens and underscores, or your email address.")),
          .value = login_name,
          .autocomplete = "username",
          .max_length = 60,
          .ltr_code = true});
  fields.Password(
      "PASSWORD",
      fields.Head("password", tr("Login password"),
                  tr("At least 8 characters, including a lower-case letter and a number.")));
  fields.Password("PASSWORD_AGAIN", fields.Head("password_again", tr("Confirm your password")));
}

}  // namespace

std::string RenderRegistration(const Renderer& renderer, const PageFrame& frame,
                               const RegistrationPage& registration) {
  Page page(renderer, frame, "pages/register.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Register an account"));
  page.content().Text("IDEMPOTENCY_KEY", registration.idempotency_key);
  if (const FieldError* error = FindError(registration.errors, "")) {
    page.AddError({"", FieldMessage(tr, {}, *error)});
    page.content().ShowIf(error->problem == Problem::kNotInRegister, "NOT_IN_REGISTER");
  }
  page.content().ShowText("ASKED_MAILBOX", registration.asked_mailbox);
  Fields fields(page, registration.errors);
  AddBasicData(page, registration.typed.data, registration.errors);
  AddLogin(page, fields, registration.typed.login_name);
  return page.Html();
}

}  // namespace permit::views
