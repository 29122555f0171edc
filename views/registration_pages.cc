#include "views/registration_pages.h"

#include "handlers/rules/choices.h"
#include "views/field_messages.h"
#include "views/form_fields.h"
#include "views/messages.h"

namespace permit::views {
namespace {

// Field after field, each at the marker that is its name in capitals.
class Fields {
 public:
  Fields(Page& page, const FieldErrors& errors) : page_(page), errors_(errors) {}

  FieldHead Head(const std::string& name, const std::string& label, const std::string& hint = {},
                 bool required = true) const {
    return {name, label, hint, FieldMessage(page_.say(), label, errors_, name), required};
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

void AddPerson(Page& page, const Fields& fields, const BasicData& data) {
  const Voice& say = page.say();
  AddField(page, "CHINESE_NAME",
           TextField{.head = fields.Head("chinese_name", say("Chinese name")),
                     .value = data.chinese_name,
                     .autocomplete = "name",
                     .max_length = 50});
  AddField(page, "SURNAME",
           TextField{.head = fields.Head("surname", say("English surname")),
                     .value = data.surname,
                     .autocomplete = "family-name",
                     .max_length = 50});
  AddField(page, "GIVEN_NAME",
           TextField{.head = fields.Head("given_name", say("English given name")),
                     .value = data.given_name,
                     .autocomplete = "given-name",
                     .max_length = 50});
  AddField(page, "MAINLAND_ID",
           TextField{.head = fields.Head("mainland_id", say("Mainland identity card number"),
                                         say("18 characters; the last may be an X.")),
                     .value = data.mainland_id,
                     .autocomplete = "off",
                     .max_length = 30,
                     .width = 20,
                     .ltr_code = true});
  AddSelect(page, "BIRTHPLACE",
            ChoiceField{.head = fields.Head("birthplace", say("Birthplace (mainland China)")),
                        .value = data.birthplace,
                        .choices = Options(say, ProvinceChoices())});
  AddField(page, "BIRTH_DATE",
           DateField{.head = fields.Head("birth_date", say("Date of birth (Gregorian)"),
                                         say("Year/month/day, for example 1995/03/23.")),
                     .value = data.birth_date,
                     .birthday = true});
  AddRadios(page, "SEX",
            ChoiceField{.head = fields.Head("sex", say("Sex")),
                        .value = data.sex,
                        .choices = Options(say, SexChoices()),
                        .inline_choices = true});
  AddField(page, "TRAVEL_PERMIT",
           TextField{.head = fields.Head("travel_permit", say("Mainland Travel Permit number"),
                                         say("The letter T or L and 8 digits.")),
                     .value = data.travel_permit,
                     .autocomplete = "off",
                     .max_length = 20,
                     .width = 20,
                     .ltr_code = true});
}

void AddContact(Page& page, const Fields& fields, const BasicData& data) {
  const Voice& say = page.say();
  AddField(page, "PHONE",
           TextField{.head = fields.Head("phone", say("Telephone for contact")),
                     .value = data.phone,
                     .type = "tel",
                     .autocomplete = "tel",
                     .input_mode = "tel",
                     .max_length = 25,
                     .width = 20,
                     .ltr_code = true});
  AddField(page, "EXTENSION",
           TextField{.head = fields.Head("extension", say("Extension number"), {}, false),
                     .value = data.extension,
                     .autocomplete = "tel-extension",
                     .input_mode = "numeric",
                     .max_length = 10,
                     .width = 10,
                     .ltr_code = true});
  AddField(page, "EMAIL",
           TextField{.head = fields.Head("email", say("E-mail"),
                                         say("Mailboxes of mainland China (such as qq.com or any "
                                             ".cn) cannot be used: mails to them get lost.")),
                     .value = data.email,
                     .type = "email",
                     .autocomplete = "email",
                     .input_mode = "email",
                     .max_length = 254,
                     .ltr_code = true});
}

void AddLogin(Page& page, Fields& fields, const std::string& login_name) {
  const Voice& say = page.say();
  AddField(page, "LOGIN_NAME",
           TextField{.head = fields.Head("login_name", say("Login account"),
                                         say("Letters, digits, dots, hyphens and underscores, or "
                                             "your mailbox.")),
                     .value = login_name,
                     .autocomplete = "username",
                     .max_length = 60,
                     .ltr_code = true});
  fields.Password("PASSWORD",
                  fields.Head("password", say("Login password"),
                              say("At least 8 characters, with at least one lower-case letter and "
                                  "one digit.")));
  fields.Password("PASSWORD_AGAIN", fields.Head("password_again", say("Login password again")));
}

}  // namespace

std::string RenderRegistration(const Renderer& renderer, const PageFrame& frame,
                               const RegistrationPage& registration) {
  Page page(renderer, frame, "pages/register.tpl");
  const Voice& say = page.say();
  page.Title(say("Register an account"));
  page.content().Text("ACT", registration.act);
  if (const FieldError* error = FindError(registration.errors, "")) {
    page.AddError({"", FieldMessage(say, {}, *error)});
  }
  Fields fields(page, registration.errors);
  AddPerson(page, fields, registration.typed.data);
  AddContact(page, fields, registration.typed.data);
  AddLogin(page, fields, registration.typed.login_name);
  return page.Html();
}

}  // namespace permit::views
