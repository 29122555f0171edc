// Registration and basic data of an account: the fields and the checks that need no database.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/field_error.h"

namespace permit {

// Field names in forms and errors are the members' names.
struct BasicData {
  std::string chinese_name;
  std::string surname;     // of the English name
  std::string given_name;  // of the English name
  std::string mainland_id;
  std::string birthplace;  // a code of ProvinceChoices
  std::string birth_date;  // YYYY/MM/DD
  std::string sex;         // a code of SexChoices
  std::string travel_permit;
  std::string phone;
  std::string extension;  // optional
  std::string email;
};

struct Registration {
  BasicData data;
  std::string login_name;
  std::string password;
  std::string password_again;
};

// After that an account that was not activated is removed, so that a mailbox with a slip in it
// holds neither its login name nor its applicant for good.
inline constexpr std::chrono::hours kPendingAccountLife{48};

// What settings decide.
struct RegistrationRules {
  std::vector<std::string> refused_mail_domains;
  std::string travel_permit_pattern;
};

BasicData TidyBasicData(const BasicData& typed);
Registration TidyRegistration(const Registration& typed);  // passwords stay as typed

// Names as the forms and the register's import take them; `name` is tidied and given. A Latin name
// has the letters of a passport (A to Z, and Ü for those who write it so), spaces, hyphens,
// apostrophes, commas and dots.
inline constexpr std::size_t kMaxNameLength = 50;
std::optional<Problem> CheckChineseName(std::string_view name);
std::optional<Problem> CheckLatinName(std::string_view name);

// For applicants in whose passport no surname stands (the register's is empty): without the error
// that the surname is missing.
FieldErrors WithoutMissingSurname(FieldErrors errors);

FieldErrors CheckBasicData(const BasicData& data, const RegistrationRules& rules, Date today);
FieldErrors CheckRegistration(const Registration& registration, const RegistrationRules& rules,
                              Date today);

// A mailbox that may be written to; domains of mainland China are refused: every .cn domain, the
// Chinese top-level domains in both their spellings, and those listed, with their subdomains. With
// an empty list only the form and the top-level domains are looked at.
std::optional<Problem> CheckEmail(std::string_view email,
                                  std::span<const std::string> refused_domains);

inline constexpr std::size_t kMinPasswordLength = 8;
inline constexpr std::size_t kMaxPasswordLength = 128;
std::optional<FieldError> CheckPassword(std::string_view field, std::string_view password);

// 4 to 60 letters, digits and the signs of a mailbox (. - _ @ +), tidied to lower case.
std::optional<FieldError> CheckLoginName(std::string_view field, std::string_view login_name);

// The name of an account that somebody says to have: of the form that a name can have, whether or
// not one bears it.
std::optional<FieldError> CheckAccountName(std::string_view field, std::string_view login_name);

std::optional<Problem> CheckPhone(std::string_view phone);

}  // namespace permit
