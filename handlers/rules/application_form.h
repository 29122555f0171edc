// The application form: one table of every field of the three services, and the checks of it.
//
// Values are text by field name, as typed, stored and sent; a field that does not apply (its
// condition does not hold) has no value in a tidied form. Files are not values, see
// required_documents.h.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/choices.h"
#include "handlers/rules/field_error.h"

namespace permit {

using FormValues = std::map<std::string, std::string, std::less<>>;

std::string ValueOf(const FormValues& values, std::string_view name);  // empty when it has none

enum class FormSection { kRequest, kApplicant, kDeclaration, kGuarantor, kFather, kMother };
inline constexpr FormSection kFormSections[] = {FormSection::kRequest,     FormSection::kApplicant,
                                                FormSection::kDeclaration, FormSection::kGuarantor,
                                                FormSection::kFather,      FormSection::kMother};

enum class FieldKind {
  kText,
  kParagraph,
  kCode,  // letters and digits, tidied to capitals
  kMainlandId,
  kTravelPermit,
  kUnifiedNumber,
  kPhone,
  kEmail,
  kDate,
  kPastDate,    // today or before
  kFutureDate,  // today or after
  kChoice,      // a list to pick from
  kRadio,       // few choices, all shown
  kTicks,       // the same, of which several may hold; CodesOf reads the answer
  kReadOnly,
};

// Holds when the other field has the value, among others of ticks; an empty name always holds.
struct FieldCondition {
  std::string_view field;
  std::string_view value;
};

struct FormField {
  std::string_view name;
  FormSection section;
  std::string_view label;  // English msgid
  FieldKind kind;
  std::size_t max_length;  // code points
  bool required;           // while `applies_when` and `required_when` hold
  FieldCondition applies_when = {};
  FieldCondition required_when = {};
  std::span<const Choice> (*choices)() = nullptr;
  std::string_view hint = {};  // English msgid
};

// In their order on the page.
std::span<const FormField> FormFields(Service service);
const FormField* FindFormField(Service service, std::string_view name);
std::string_view SectionTitle(FormSection section);  // English msgid

bool FieldApplies(const FormField& field, const FormValues& values);
bool FieldIsRequired(const FormField& field, const FormValues& values);
bool ResumesStudy(const FormValues& values);

// What settings decide about the form.
struct FormRules {
  std::vector<std::string> refused_mail_domains;
  std::string travel_permit_pattern = "[TL][0-9]{8}";
};

// Tidied by kind; names that the form does not have are dropped; read-only fields are taken from
// `fixed`. A draft keeps what does not apply at present.
FormValues TidyDraft(Service service, const FormValues& typed, const FormValues& fixed);
// The same without the fields that do not apply.
FormValues TidyForm(Service service, const FormValues& typed, const FormValues& fixed);

// What even a draft cannot hold: values that are too long, of bad characters, or no choice.
FieldErrors CheckDraft(Service service, const FormValues& values);

// The errors of a tidied form in the order of the page; empty: it may be sent.
FieldErrors CheckForm(Service service, const FormValues& values, const FormRules& rules,
                      Date today);

}  // namespace permit
