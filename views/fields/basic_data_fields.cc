#include "views/fields/basic_data_fields.h"

#include "handlers/rules/choices.h"
#include "views/fields/form_fields.h"
#include "views/words/field_messages.h"
#include "views/words/rule_messages.h"

namespace permit::views {
namespace {

class Heads {
 public:
  Heads(const Translator& tr, const FieldErrors& errors) : say_(tr), errors_(errors) {}

  FieldHead operator()(const std::string& name, const std::string& label,
                       const std::string& hint = {}, bool required = true) const {
    return {name, label, hint, FieldMessage(say_, label, errors_, name), required};
  }

 private:
  const Translator& say_;
  const FieldErrors& errors_;
};

void AddFixed(Page& page, const Heads& head, std::string_view marker, const std::string& name,
              const std::string& label, std::string value) {
  TextField field;
  field.head = head(name, label);
  field.head.asked = false;
  field.value = std::move(value);
  field.width = 20;
  field.read_only = true;
  AddField(page, marker, field);
}

void AddFixedId(Page& page, const Heads& head, const BasicData& data) {
  AddFixed(page, head, "MAINLAND_ID", "mainland_id", page.tr()("Mainland identity card number"),
           data.mainland_id);
}

void AddFixedBirth(Page& page, const Heads& head, const BasicData& data) {
  const Translator& tr = page.tr();
  AddFixed(page, head, "BIRTH_DATE", "birth_date", tr("Date of birth (Gregorian)"),
           data.birth_date);
  AddFixed(page, head, "SEX", "sex", tr("Sex"), ChoiceText(tr, SexChoices(), data.sex));
}

void AddId(Page& page, const Heads& head, const BasicData& data) {
  const Translator& tr = page.tr();
  AddField(page, "MAINLAND_ID",
           TextField{.head = head("mainland_id", tr("Mainland identity card number"),
                                  tr("18 characters. The last one may be an X.")),
                     .value = data.mainland_id,
                     .autocomplete = "off",
                     .max_length = 30,
                     .width = 20,
                     .ltr_code = true,
                     .capitals = "characters"});
}

void AddBirth(Page& page, const Heads& head, const BasicData& data) {
  const Translator& tr = page.tr();
  AddField(page, "BIRTH_DATE",
           DateField{.head = head("birth_date", tr("Date of birth (Gregorian)"),
                                  tr("Year/month/day, for example 1995/03/23.")),
                     .value = data.birth_date,
                     .birthday = true});
  AddRadios(page, "SEX",
            ChoiceField{.head = head("sex", tr("Sex")),
                        .value = data.sex,
                        .choices = Options(tr, SexChoices()),
                        .inline_choices = true});
}

void AddPerson(Page& page, const Heads& head, const BasicData& data, bool fixed) {
  const Translator& tr = page.tr();
  AddField(page, "CHINESE_NAME",
           TextField{.head = head("chinese_name", tr("Chinese name")),
                     .value = data.chinese_name,
                     .autocomplete = "name",
                     .max_length = 50,
                     .capitals = "none"});
  AddField(page, "SURNAME",
           TextField{.head = head("surname", tr("English surname"),
                                  tr("Leave this empty if your travel permit shows no surname.")),
                     .value = data.surname,
                     .autocomplete = "family-name",
                     .max_length = 50,
                     .capitals = "characters"});
  AddField(page, "GIVEN_NAME",
           TextField{.head = head("given_name", tr("English given name")),
                     .value = data.given_name,
                     .autocomplete = "given-name",
                     .max_length = 50,
                     .capitals = "characters"});
  fixed ? AddFixedId(page, head, data) : AddId(page, head, data);
  AddSelect(page, "BIRTHPLACE",
            ChoiceField{.head = head("birthplace", tr("Birthplace (mainland China)")),
                        .value = data.birthplace,
                        .choices = Options(tr, ProvinceChoices())});
  fixed ? AddFixedBirth(page, head, data) : AddBirth(page, head, data);
  AddField(page, "TRAVEL_PERMIT",
           TextField{.head = head("travel_permit", tr("Mainland Travel Permit number"),
                                  tr("The letter T or L, then 8 digits.")),
                     .value = data.travel_permit,
                     .autocomplete = "off",
                     .max_length = 20,
                     .width = 20,
                     .ltr_code = true,
                     .capitals = "characters"});
}

void AddContact(Page& page, const Heads& head, const BasicData& data) {
  const Translator& tr = page.tr();
  AddField(page, "PHONE",
           TextField{.head = head("phone", tr("Contact phone number")),
                     .value = data.phone,
                     .type = "tel",
                     .autocomplete = "tel",
                     .input_mode = "tel",
                     .max_length = 40,
                     .width = 20,
                     .ltr_code = true});
  AddField(page, "EXTENSION",
           TextField{.head = head("extension", tr("Extension number"), {}, false),
                     .value = data.extension,
                     .autocomplete = "tel-extension",
                     .input_mode = "numeric",
                     .max_length = 20,
                     .width = 10,
                     .ltr_code = true});
  AddField(
      page, "EMAIL",
      TextField{
          .head = head(
              "email", tr("Email address"),
              tr("You cannot use an email address of a provider in mainland China (such as qq.com "
                 "or any address ending in .cn), because our emails often do not reach it.")),
          .value = data.email,
          .type = "email",
          .autocomplete = "email",
          .input_mode = "email",
          .max_length = 254,
          .ltr_code = true});
}

}  // namespace

void AddBasicData(Page& page, const BasicData& data, const FieldErrors& errors, bool fixed) {
  const Heads head(page.tr(), errors);
  AddPerson(page, head, data, fixed);
  AddContact(page, head, data);
}

}  // namespace permit::views
