#include "handlers/account/register_names.h"

#include "fcgi/base/name_key.h"

namespace permit {

bool HasNamesOf(const BasicData& data, const sql::Applicant& applicant) {
  return ChineseNameKey(data.chinese_name) == ChineseNameKey(applicant.chinese_name) &&
         LatinNameKey(data.surname) == LatinNameKey(applicant.surname) &&
         LatinNameKey(data.given_name) == LatinNameKey(applicant.given_name);
}

BasicData InSpellingOf(const sql::Applicant& applicant, BasicData data) {
  const auto take = [](std::string& typed, const std::string& registered, auto key) {
    if (key(typed) == key(registered)) typed = registered;
  };
  take(data.chinese_name, applicant.chinese_name, ChineseNameKey);
  take(data.surname, applicant.surname, LatinNameKey);
  take(data.given_name, applicant.given_name, LatinNameKey);
  return data;
}

}  // namespace permit
