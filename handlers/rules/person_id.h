// Numbers that name a person, and what they tell.
//
// All functions take tidied text (capitals, no white space, see TidyCode).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "handlers/rules/calendar.h"
#include "handlers/rules/field_error.h"

namespace permit {

enum class Sex { kMale, kFemale };
std::string_view Code(Sex sex);  // "male", "female"
std::optional<Sex> SexFromCode(std::string_view code);

// As typed: a code (see TidyCode) without the hyphens that are put between its parts; a sign at the
// end that looks like the X (×, Ⅹ, the Cyrillic and Greek letters) becomes one.
std::string TidyMainlandId(std::string_view typed);

// Mainland resident identity number (GB 11643-1999): region 6, birth date 8, sequence 3, check
// character after ISO 7064 MOD 11-2; or the old form of 15 digits, whose year is 19YY and which has
// no check character. Regions are not looked up, since codes come and go.
struct MainlandIdReading {
  std::optional<Problem> problem;  // kBadFormat, kBadDate or kBadCheckCharacter; the rest is void
  Date birth_date;
  Sex sex = Sex::kMale;
};
MainlandIdReading ReadMainlandId(std::string_view id);

// Also refuses a number whose birth date or sex is not the given one.
std::optional<Problem> CheckMainlandId(std::string_view id, std::optional<Date> birth_date,
                                       std::optional<Sex> sex);

// Travel permit to Taiwan (大陸居民往來臺灣通行證); `pattern` is a regular expression that must
// match the whole number.
std::optional<Problem> CheckTravelPermit(std::string_view number, std::string_view pattern);

// Unified number 統一證號, in the old form (two letters, eight digits) and in the form since 2021.
std::optional<Problem> CheckUnifiedNumber(std::string_view number);

}  // namespace permit
