#include "handlers/rules/application_form.h"

#include <algorithm>

#include "handlers/rules/language.h"
#include "handlers/rules/person_id.h"
#include "handlers/rules/registration.h"
#include "handlers/rules/text.h"

namespace permit {
namespace {

using enum FormSection;
using enum FieldKind;

constexpr FieldCondition kFormerPost = {"declared_post", "formerly"};
constexpr FieldCondition kPresentPost = {"declared_post", "at-present"};
constexpr FieldCondition kJuridical = {"guarantor_kind", "juridical"};
constexpr FieldCondition kNatural = {"guarantor_kind", "natural"};
constexpr FieldCondition kFatherAlive = {"father_life", "alive"};
constexpr FieldCondition kMotherAlive = {"mother_life", "alive"};
constexpr FieldCondition kAlways = {};

constexpr std::size_t kMaxDate = 20;  // as people type it: "2003 年 05 月 14 日"

constexpr std::string_view kNoneHint = Msgid("Write \"none\" if this does not apply.");
constexpr std::string_view kDateHint = Msgid("For example 2026/03/27.");

constexpr FormField kResumesStudyField = {
    "resumes_study", kRequest, Msgid("Returning to study after a break"),
    kRadio,          10,       true,
    kAlways,         kAlways,  YesNoChoices};

constexpr FormField kCommonFields[] = {
    {"qualification", kRequest, Msgid("Basis for application"), kRadio, 40, true, kAlways, kAlways,
     QualificationChoices},

    {"chinese_name", kApplicant, Msgid("Chinese name"), kText, 100, true},
    {"english_name", kApplicant, Msgid("English name"), kText, 200, false},
    {"birth_date", kApplicant, Msgid("Date of birth"), kPastDate, kMaxDate, true, kAlways, kAlways,
     nullptr, kDateHint},
    {"former_name", kApplicant, Msgid("Former name"), kText, 50, false},
    {"unified_number", kApplicant, Msgid("Unified identity number (UI No.)"), kUnifiedNumber, 10,
     false},
    {"mainland_id", kApplicant, Msgid("Mainland identity number"), kMainlandId, 18, true},
    {"mainland_id_expiry", kApplicant, Msgid("Identity card valid until"), kDate, kMaxDate, false,
     kAlways, kAlways, nullptr, kDateHint},
    {"passport_number", kApplicant, Msgid("Mainland passport number"), kCode, 20, false},
    {"passport_expiry", kApplicant, Msgid("Mainland passport valid until"), kDate, kMaxDate, false,
     kAlways, kAlways, nullptr, kDateHint},
    {"sex", kApplicant, Msgid("Sex"), kRadio, 10, true, kAlways, kAlways, SexChoices},
    {"school", kApplicant, Msgid("School"), kReadOnly, 120, true, kAlways, kAlways, nullptr,
     Msgid("From the agency's register. If you have changed schools, ask your new school to report "
           "it to the agency.")},
    {"department", kApplicant, Msgid("Department"), kText, 120, true},
    {"study_level", kApplicant, Msgid("Level of study applied for in Taiwan"), kChoice, 30, true,
     kAlways, kAlways, StudyLevelChoices},
    {"grade", kApplicant, Msgid("Year of study"), kChoice, 10, true, kAlways, kAlways,
     GradeChoices},
    {"birthplace", kApplicant, Msgid("Birthplace"), kChoice, 30, true, kAlways, kAlways,
     ProvinceChoices},
    {"highest_education", kApplicant, Msgid("Highest level of education"), kChoice, 20, true,
     kAlways, kAlways, EducationChoices},
    {"highest_education_school", kApplicant, Msgid("School of your highest level of education"),
     kText, 100, false},
    {"travel_permit", kApplicant, Msgid("Mainland Travel Permit number"), kTravelPermit, 20, false},
    {"travel_permit_expiry", kApplicant, Msgid("Mainland Travel Permit valid until"), kDate,
     kMaxDate, false, kAlways, kAlways, nullptr, kDateHint},
    {"mainland_phone", kApplicant, Msgid("Phone number in mainland China"), kPhone, 25, false},
    {"mainland_address", kApplicant, Msgid("Address in mainland China"), kText, 200, true},
    {"taiwan_phone", kApplicant, Msgid("Phone number in Taiwan"), kPhone, 25, false},
    {"taiwan_address", kApplicant, Msgid("Address in Taiwan"), kText, 200, true},
    {"email", kApplicant, Msgid("Email"), kEmail, 254, false},

    {"declared_post", kDeclaration, Msgid("Declaration"), kTicks, 40, true, kAlways, kAlways,
     DeclaredPostChoices},
    {"former_post", kDeclaration, Msgid("Post I used to hold"), kText, 200, true, kFormerPost},
    {"present_post", kDeclaration, Msgid("Post I currently hold"), kText, 200, true, kPresentPost},

    {"guarantor_kind", kGuarantor, Msgid("Type of guarantor"), kRadio, 20, false, kAlways, kAlways,
     GuarantorKindChoices},
    {"guarantor_organisation", kGuarantor, Msgid("Name of the school or organisation"), kText, 120,
     true, kJuridical},
    {"guarantor_representative", kGuarantor, Msgid("Representative"), kText, 50, false, kJuridical},
    {"guarantor_name", kGuarantor, Msgid("Guarantor's name"), kText, 50, true, kNatural},
    {"guarantor_id", kGuarantor, Msgid("Guarantor's identity card number"), kCode, 20, true,
     kNatural},
    {"guarantor_relation", kGuarantor, Msgid("Relationship to the applicant"), kText, 30, true,
     kNatural},
    {"guarantor_phone", kGuarantor, Msgid("Guarantor's phone number"), kPhone, 25, true, kAlways,
     kNatural},
    {"guarantor_address", kGuarantor, Msgid("Guarantor's address"), kText, 200, true, kAlways,
     kNatural},

    {"father_life", kFather, Msgid("Living or deceased"), kRadio, 10, true, kAlways, kAlways,
     LifeChoices},
    {"father_name", kFather, Msgid("Name"), kText, 50, true},
    {"father_birth_date", kFather, Msgid("Birthday"), kPastDate, kMaxDate, true, kAlways,
     kFatherAlive, nullptr, kDateHint},
    {"father_phone", kFather, Msgid("Phone number"), kPhone, 25, true, kFatherAlive},
    {"father_occupation", kFather, Msgid("Occupation"), kText, 50, true, kFatherAlive, kAlways,
     nullptr, kNoneHint},
    {"father_employer", kFather, Msgid("Employer"), kText, 100, true, kFatherAlive, kAlways,
     nullptr, kNoneHint},
    {"father_job_title", kFather, Msgid("Job title"), kText, 50, true, kFatherAlive, kAlways,
     nullptr, kNoneHint},
    {"father_address", kFather, Msgid("Current address"), kText, 200, true, kFatherAlive},

    {"mother_life", kMother, Msgid("Living or deceased"), kRadio, 10, true, kAlways, kAlways,
     LifeChoices},
    {"mother_name", kMother, Msgid("Name"), kText, 50, true},
    {"mother_birth_date", kMother, Msgid("Birthday"), kPastDate, kMaxDate, true, kAlways,
     kMotherAlive, nullptr, kDateHint},
    {"mother_phone", kMother, Msgid("Phone number"), kPhone, 25, true, kMotherAlive},
    {"mother_occupation", kMother, Msgid("Occupation"), kText, 50, true, kMotherAlive, kAlways,
     nullptr, kNoneHint},
    {"mother_employer", kMother, Msgid("Employer"), kText, 100, true, kMotherAlive, kAlways,
     nullptr, kNoneHint},
    {"mother_job_title", kMother, Msgid("Job title"), kText, 50, true, kMotherAlive, kAlways,
     nullptr, kNoneHint},
    {"mother_address", kMother, Msgid("Current address"), kText, 200, true, kMotherAlive},
};

// The exchange alone asks whether study is resumed, right after the qualification.
const std::vector<FormField>& ExchangeFields() {
  static const std::vector<FormField> fields = [] {
    std::vector<FormField> all(std::begin(kCommonFields), std::end(kCommonFields));
    all.insert(all.begin() + 1, kResumesStudyField);
    return all;
  }();
  return fields;
}

bool Holds(const FieldCondition& condition, const FormValues& values) {
  return condition.field.empty() || HasCode(ValueOf(values, condition.field), condition.value);
}

std::string Tidy(FieldKind kind, std::string_view typed) {
  switch (kind) {
    case kText:
    case kChoice:
    case kRadio:
    case kTicks:
    case kReadOnly:
      return TidyLine(typed);
    case kParagraph:
      return TidyLines(typed);
    case kCode:
    case kTravelPermit:
    case kUnifiedNumber:
      return TidyCode(typed);
    case kMainlandId:
      return TidyMainlandId(typed);
    case kPhone:
      return TidyPhone(typed);
    case kEmail:
      return TidyMailbox(typed);
    case kDate:
    case kPastDate:
    case kFutureDate:
      return TidyDate(typed);
  }
  return {};
}

// In the order of the list, each once; what is not in it stays, to be refused.
std::string TidyTicks(std::span<const Choice> choices, std::string_view typed) {
  const std::string line = TidyLine(typed);
  std::string codes;
  auto add = [&](std::string_view code) {
    if (!HasCode(codes, code)) codes.append(codes.empty() ? "" : " ").append(code);
  };
  for (const Choice& choice : choices) {
    if (HasCode(line, choice.code)) add(choice.code);
  }
  for (std::string_view code : CodesOf(line)) add(code);
  return codes;
}

std::optional<Problem> CheckDate(FieldKind kind, std::string_view value, Date today) {
  auto date = ParseDate(value);
  if (!date || date->year() < std::chrono::year{1900} || date->year() > std::chrono::year{2200}) {
    return Problem::kBadDate;
  }
  if (kind == kPastDate && *date > today) return Problem::kDateInFuture;
  if (kind == kFutureDate && *date < today) return Problem::kDateInPast;
  return std::nullopt;
}

std::optional<Problem> CheckCode(std::string_view value) {
  bool good = std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '(' || c == ')';
  });
  return good ? std::nullopt : std::optional(Problem::kBadCharacters);
}

std::optional<Problem> CheckStorable(const FormField& field, std::string_view value) {
  auto problem = CheckText(value, field.max_length, field.kind == kParagraph);
  if (field.choices == nullptr) return problem;
  auto offered = [&](std::string_view code) {
    return FindChoice(field.choices(), code) != nullptr;
  };
  const auto codes = field.kind == kTicks ? CodesOf(value) : std::vector{value};
  const bool good = !problem && std::all_of(codes.begin(), codes.end(), offered);
  return good ? std::nullopt : std::optional(Problem::kNotAChoice);
}

std::optional<Problem> CheckTicks(std::span<const Choice> choices, std::string_view value) {
  const auto codes = CodesOf(value);
  auto alone = [&](std::string_view code) { return FindChoice(choices, code)->alone; };
  const bool excluded = codes.size() > 1 && std::any_of(codes.begin(), codes.end(), alone);
  return excluded ? std::optional(Problem::kTicksContradict) : std::nullopt;
}

FieldError ErrorOf(const FormField& field, Problem problem) {
  long limit = problem == Problem::kTooLong ? static_cast<long>(field.max_length) : 0;
  return {std::string(field.name), problem, limit};
}

std::optional<Problem> CheckValue(const FormField& field, std::string_view value,
                                  const FormValues& values, const FormRules& rules, Date today) {
  if (auto problem = CheckStorable(field, value)) return problem;
  switch (field.kind) {
    case kText:
    case kParagraph:
    case kReadOnly:
    case kChoice:
    case kRadio:
      return std::nullopt;
    case kTicks:
      return CheckTicks(field.choices(), value);
    case kCode:
      return CheckCode(value);
    case kMainlandId:
      return CheckMainlandId(value, ParseDate(ValueOf(values, "birth_date")),
                             SexFromCode(ValueOf(values, "sex")));
    case kTravelPermit:
      return CheckTravelPermit(value, rules.travel_permit_pattern);
    case kUnifiedNumber:
      return CheckUnifiedNumber(value);
    case kPhone:
      return CheckPhone(value);
    case kEmail:
      return CheckEmail(value, rules.refused_mail_domains);
    case kDate:
    case kPastDate:
    case kFutureDate:
      return CheckDate(field.kind, value, today);
  }
  return std::nullopt;
}

}  // namespace

std::span<const FormField> FormFields(Service service) {
  switch (service) {
    case Service::kExchange:
      return ExchangeFields();
    case Service::kExtension:
    case Service::kDataChange:
      return kCommonFields;
  }
  return {};
}

const FormField* FindFormField(Service service, std::string_view name) {
  for (const FormField& field : FormFields(service)) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

std::string_view SectionTitle(FormSection section) {
  switch (section) {
    case kRequest:
      return Msgid("Application");
    case kApplicant:
      return Msgid("Applicant");
    case kDeclaration:
      return Msgid("Declaration of posts held");
    case kGuarantor:
      return Msgid("Guarantor");
    case kFather:
      return Msgid("Father");
    case kMother:
      return Msgid("Mother");
  }
  return {};
}

std::string ValueOf(const FormValues& values, std::string_view name) {
  const auto found = values.find(name);
  return found == values.end() ? std::string() : found->second;
}

bool FieldApplies(const FormField& field, const FormValues& values) {
  return Holds(field.applies_when, values);
}

bool FieldIsRequired(const FormField& field, const FormValues& values) {
  return field.required && FieldApplies(field, values) && Holds(field.required_when, values);
}

bool ResumesStudy(const FormValues& values) { return ValueOf(values, "resumes_study") == "yes"; }

FormValues TidyDraft(Service service, const FormValues& typed, const FormValues& fixed) {
  FormValues tidied;
  for (const FormField& field : FormFields(service)) {
    const FormValues& source = field.kind == kReadOnly ? fixed : typed;
    const std::string given = ValueOf(source, field.name);
    std::string value =
        field.kind == kTicks ? TidyTicks(field.choices(), given) : Tidy(field.kind, given);
    if (!value.empty()) tidied.emplace(field.name, std::move(value));
  }
  return tidied;
}

FormValues TidyForm(Service service, const FormValues& typed, const FormValues& fixed) {
  FormValues tidied = TidyDraft(service, typed, fixed);
  for (const FormField& field : FormFields(service)) {
    if (!FieldApplies(field, tidied)) tidied.erase(std::string(field.name));
  }
  return tidied;
}

FieldErrors CheckDraft(Service service, const FormValues& values) {
  FieldErrors errors;
  for (const FormField& field : FormFields(service)) {
    const std::string value = ValueOf(values, field.name);
    if (auto problem = value.empty() ? std::nullopt : CheckStorable(field, value)) {
      errors.push_back(ErrorOf(field, *problem));
    }
  }
  return errors;
}

FieldErrors CheckForm(Service service, const FormValues& values, const FormRules& rules,
                      Date today) {
  FieldErrors errors;
  for (const FormField& field : FormFields(service)) {
    if (!FieldApplies(field, values)) continue;
    const std::string value = ValueOf(values, field.name);
    std::optional<Problem> problem;
    if (!value.empty()) {
      problem = CheckValue(field, value, values, rules, today);
    } else if (FieldIsRequired(field, values)) {
      problem = field.choices ? Problem::kNotChosen : Problem::kMissing;
    }
    if (problem) errors.push_back(ErrorOf(field, *problem));
  }
  return errors;
}

}  // namespace permit
