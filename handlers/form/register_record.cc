#include "handlers/form/register_record.h"

#include "fcgi/base/name_key.h"
#include "handlers/rules/text.h"

namespace permit {
namespace {

std::string EnglishName(const sql::Applicant& applicant) {
  if (applicant.surname.empty()) return applicant.given_name;
  return TidyLine(applicant.surname + ", " + applicant.given_name);
}

bool IsSameIdentity(std::string_view field, std::string_view registered, std::string_view claimed) {
  if (field == "chinese_name") return ChineseNameKey(registered) == ChineseNameKey(claimed);
  if (field == "english_name") return LatinNameKey(registered) == LatinNameKey(claimed);
  return registered == claimed;
}

// "SURNAME, GIVEN NAMES"; without a comma all of it is the given name.
void SetEnglishName(sql::Applicant& applicant, const std::string& name) {
  const std::size_t comma = name.find(',');
  applicant.surname = comma == std::string::npos ? "" : TidyLine(name.substr(0, comma));
  applicant.given_name = TidyLine(comma == std::string::npos ? name : name.substr(comma + 1));
}

FormValues AllValues(const sql::Applicant& applicant) {
  FormValues values = RegisteredValues(applicant);
  values["unified_number"] = applicant.unified_number;
  values["department"] = applicant.department;
  values["study_level"] = applicant.study_level;
  values["grade"] = applicant.grade;
  return values;
}

void Follow(std::string& registered, const std::string& value) {
  if (!value.empty()) registered = value;
}

}  // namespace

FormValues RegisteredValues(const sql::Applicant& applicant) {
  return {{"chinese_name", applicant.chinese_name},
          {"english_name", EnglishName(applicant)},
          {"birth_date", FormatDate(applicant.birth_date)},
          {"mainland_id", applicant.mainland_id},
          {"sex", applicant.sex},
          {"birthplace", applicant.birthplace},
          {"travel_permit", applicant.travel_permit},
          {"school", applicant.school}};
}

std::vector<FieldChange> ClaimsAgainst(const sql::Applicant& applicant, const FormValues& form) {
  return Claims(RegisteredValues(applicant), form, IsSameIdentity);
}

sql::Applicant ChangedApplicant(sql::Applicant applicant, const std::vector<FieldChange>& claims,
                                const FormValues& form) {
  for (const FieldChange& claim : claims) {
    if (claim.field == "chinese_name") applicant.chinese_name = claim.after;
    if (claim.field == "english_name") SetEnglishName(applicant, claim.after);
    if (claim.field == "birth_date") {
      applicant.birth_date = ParseDate(claim.after).value_or(applicant.birth_date);
    }
    if (claim.field == "mainland_id") applicant.mainland_id = claim.after;
    if (claim.field == "sex") applicant.sex = claim.after;
    if (claim.field == "birthplace") applicant.birthplace = claim.after;
    if (claim.field == "travel_permit") applicant.travel_permit = claim.after;
  }
  Follow(applicant.unified_number, ValueOf(form, "unified_number"));
  Follow(applicant.department, ValueOf(form, "department"));
  Follow(applicant.study_level, ValueOf(form, "study_level"));
  Follow(applicant.grade, ValueOf(form, "grade"));
  return applicant;
}

std::vector<std::string> FollowRegister(const sql::Applicant& applicant,
                                        const std::optional<FormValues>& registered,
                                        FormValues& form) {
  std::vector<std::string> followed;
  for (const auto& [field, present] : RegisteredValues(applicant)) {
    const std::string before = registered ? ValueOf(*registered, field) : ValueOf(form, field);
    if (before == present || present.empty()) continue;
    const bool claims_nothing = registered && ValueOf(form, field) == before;
    if (field != "school" && !claims_nothing) continue;
    form.insert_or_assign(field, present);
    followed.push_back(field);
  }
  return followed;
}

std::vector<FieldChange> RegisterChanges(const sql::Applicant& before,
                                         const sql::Applicant& after) {
  const FormValues held = AllValues(before), holds = AllValues(after);
  std::vector<FieldChange> changes;
  for (const auto& [field, value] : holds) {
    if (held.at(field) != value) changes.push_back({field, held.at(field), value});
  }
  return changes;
}

}  // namespace permit
