#include "handlers/forms.h"

#include <set>
#include <string>

#include "handlers/rules/application_form.h"
#include "handlers/web/page_fields.h"

namespace permit {
namespace {

using enum Writer;

constexpr std::string_view kBasicData[] = {
    "chinese_name", "surname",       "given_name", "mainland_id", "birthplace", "birth_date",
    "sex",          "travel_permit", "phone",      "extension",   "email"};

FormShape BasicDataAnd(std::initializer_list<FormEntry> more) {
  FormShape shape{more};
  for (std::string_view name : kBasicData) shape.entries.push_back({name});
  return shape;
}

// Every field of the three services' form, which one POST route serves, and the photo's sliders.
FormShape ApplicationAnd(std::initializer_list<FormEntry> more) {
  FormShape shape{more, true};
  for (const char* name : {"crop_size", "crop_x", "crop_y"}) shape.entries.push_back({name, kPage});
  shape.entries.push_back({kCropPhotoField, kPage});
  std::set<std::string_view> names;
  for (Service service : kServices) {
    for (const FormField& field : FormFields(service)) {
      if (!names.insert(field.name).second) continue;
      shape.entries.push_back({field.name, kPerson, field.kind == FieldKind::kTicks});
    }
  }
  names.insert("reply");
  // What a page shows of the form, and which of two answers counts (form/merge.h).
  shape.entries.insert(shape.entries.end(), {{kRevisionField, kPage},
                                             {kPageField, kPage},
                                             {kOpenField, kPage, true},
                                             {kSectionField, kPage}});
  static std::set<std::string> picks;  // the shapes hold views of them
  for (std::string_view name : names) {
    shape.entries.push_back(
        {*picks.insert(std::string(kPickPrefix) + std::string(name)).first, kPage});
  }
  return shape;
}

}  // namespace

const FormShape& PermitCheckForm() {
  static const FormShape shape{{{"number"}, {"birth_date"}}};
  return shape;
}

const FormShape& LoginForm() {
  static const FormShape shape{{{"login_name"},
                                {"password"},
                                {"captcha"},
                                {"code"},
                                {"captcha_id", kPage},
                                {"proof", kPage},
                                {"with_code", kPage},
                                {"next", kPage},
                                {"do", kPage}}};
  return shape;
}

const FormShape& AccountNameForm() {
  static const FormShape shape{{{"login_name"}}};
  return shape;
}

const FormShape& LoginCodeForm() {
  static const FormShape shape{{{"login_name"}, {"next", kPage}}};
  return shape;
}

const FormShape& RegistrationForm() {
  static const FormShape shape =
      BasicDataAnd({{"login_name"}, {"password"}, {"password_again"}, {"asked_mailbox", kPage}});
  return shape;
}

const FormShape& BasicDataForm() {
  static const FormShape shape =
      BasicDataAnd({{"asked_mailbox", kPage}, {"mail_language", kPage}, {"present_password"}});
  return shape;
}

const FormShape& PasswordForm() {
  static const FormShape shape{
      {{"login_name"}, {"present_password"}, {"password"}, {"password_again"}}};
  return shape;
}

const FormShape& PasskeyRequestForm() {
  static const FormShape shape{{{"passkey_name"}, {"present_password"}}};
  return shape;
}

const FormShape& PasskeyForm() {
  static const FormShape shape{
      {{"passkey_name"}, {"client_data", kScript}, {"authenticator_data", kScript}}};
  return shape;
}

const FormShape& PasskeyLoginForm() {
  static const FormShape shape{{{"credential", kScript},
                                {"client_data", kScript},
                                {"authenticator_data", kScript},
                                {"signature", kScript},
                                {"user_handle", kScript},
                                {"next", kPage}}};
  return shape;
}

const FormShape& SessionsForm() {
  static const FormShape shape{{{"session", kPage}}};
  return shape;
}

const FormShape& DeclarationForm() {
  static const FormShape shape{{{"agreed", kPage}}};
  return shape;
}

const FormShape& PermitNumberForm() {
  static const FormShape shape{{{"agreed", kPage}, {"permit_number"}}};
  return shape;
}

const FormShape& DraftForm() {
  static const FormShape shape =
      ApplicationAnd({{"do", kPage}, {"asked_mailbox", kPage}, {kFromField, kPage}});
  return shape;
}

const FormShape& CorrectionForm() {
  static const FormShape shape =
      ApplicationAnd({{"do", kPage}, {"asked_mailbox", kPage}, {"reply"}});
  return shape;
}

const FormShape& CorrectionSendingForm() {
  static const FormShape shape{{{kUnchangedField, kPage}}};
  return shape;
}

const FormShape& WithdrawalForm() {
  static const FormShape shape{{{"agree", kPage}}};
  return shape;
}

const FormShape& PaymentMethodForm() {
  static const FormShape shape{{{"method", kPage}, {"group", kPage, true}}};
  return shape;
}

}  // namespace permit
