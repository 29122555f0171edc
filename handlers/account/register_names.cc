#include "handlers/account/register_names.h"

#include "fcgi/base/name_key.h"

namespace permit {

bool HasNamesOf(const BasicData& data, const sql::Applicant& applicant) {
  return ChineseNameKey(data.chinese_name) == ChineseNameKey(applicant.chinese_name) &&
         LatinNameKey(data.surname) == LatinNameKey(applicant.surname) &&
         LatinNameKey(data.given_name) == LatinNameKey(applicant.given_name);
}

FieldErrors DifferencesFrom(const sql::Applicant& applicant, const BasicData& data,
                            const FieldErrors& known) {
  FieldErrors errors;
  const auto expect = [&](const char* field, bool same) {
    if (same || FindError(known, field) != nullptr) return;
    errors.push_back({field, Problem::kNotTheRegisters, 0, {}});
  };
  expect("chinese_name",
         ChineseNameKey(data.chinese_name) == ChineseNameKey(applicant.chinese_name));
  expect("surname", LatinNameKey(data.surname) == LatinNameKey(applicant.surname));
  expect("given_name", LatinNameKey(data.given_name) == LatinNameKey(applicant.given_name));
  expect("birthplace", data.birthplace == applicant.birthplace);
  expect("travel_permit", data.travel_permit == applicant.travel_permit);
  return errors;
}

}  // namespace permit
