#include "handlers/rules/registration.h"

#include <algorithm>

#include "handlers/rules/choices.h"
#include "handlers/rules/person_id.h"
#include "handlers/rules/text.h"

namespace permit {
namespace {

constexpr std::size_t kMaxEmailLength = 254;
constexpr std::size_t kMaxPhoneLength = 25;
constexpr std::size_t kMaxExtensionLength = 10;
constexpr std::size_t kMinLoginNameLength = 4;
constexpr std::size_t kMaxLoginNameLength = 60;
constexpr std::size_t kMaxTravelPermitLength = 20;

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

void Require(FieldErrors& errors, std::string_view field, std::optional<Problem> problem,
             std::size_t limit = 0) {
  if (problem) errors.push_back({std::string(field), *problem, static_cast<long>(limit)});
}

std::optional<Problem> CheckChoice(std::string_view code, std::span<const Choice> choices) {
  if (code.empty()) return Problem::kNotChosen;
  return FindChoice(choices, code) ? std::nullopt : std::optional(Problem::kNotAChoice);
}

std::optional<Problem> CheckBirthDate(std::string_view text, Date today) {
  if (text.empty()) return Problem::kMissing;
  auto date = ParseDate(text);
  if (!date || date->year() < std::chrono::year{1900}) return Problem::kBadDate;
  if (*date > today) return Problem::kDateInFuture;
  return std::nullopt;
}

bool IsDomainLabel(std::string_view label) {
  return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(),
                     [](char c) { return IsLetter(c) || IsDigit(c) || c == '-'; });
}

bool IsDomain(std::string_view domain) {
  std::size_t labels = 0;
  std::string_view last;
  while (true) {
    std::size_t dot = domain.find('.');
    last = domain.substr(0, dot);
    if (!IsDomainLabel(last)) return false;
    ++labels;
    if (dot == std::string_view::npos) break;
    domain = domain.substr(dot + 1);
  }
  return labels >= 2 && last.size() >= 2 && std::any_of(last.begin(), last.end(), IsLetter);
}

bool IsMailboxName(std::string_view name) {
  if (name.empty() || name.size() > 64 || name.front() == '.' || name.back() == '.') return false;
  if (name.find("..") != std::string_view::npos) return false;
  static constexpr std::string_view kSigns = "!#$%&'*+-/=?^_`{|}~.";
  return std::all_of(name.begin(), name.end(), [](char c) {
    return IsLetter(c) || IsDigit(c) || kSigns.find(c) != std::string_view::npos;
  });
}

bool IsDomainOrBelow(std::string_view domain, std::string_view parent) {
  if (parent.empty() || domain.size() < parent.size()) return false;
  if (domain.substr(domain.size() - parent.size()) != parent) return false;
  return domain.size() == parent.size() || domain[domain.size() - parent.size() - 1] == '.';
}

// Internationalised top-level domains of mainland China, each as people write it and as it stands
// in the DNS (RFC 3492).
constexpr std::string_view kMainlandTops[] = {
    "cn",         "中国", "xn--fiqs8s", "中國", "xn--fiqz9s",  "公司", "xn--55qx5d", "网络",
    "xn--io0a7i", "網絡", "網路",       "政务", "xn--zfr164b", "政務", "公益",       "xn--55qw42g"};

bool IsMainlandDomain(std::string_view domain) {
  return std::any_of(std::begin(kMainlandTops), std::end(kMainlandTops),
                     [&](std::string_view top) { return IsDomainOrBelow(domain, top); });
}

}  // namespace

std::optional<Problem> CheckChineseName(std::string_view name) {
  if (name.empty()) return Problem::kMissing;
  if (auto problem = CheckText(name, kMaxNameLength)) return problem;
  if (name.find_first_of("<>&\"\\{}[]|^~`@#$%*+=_;:?!0123456789") != std::string_view::npos ||
      name.find_first_not_of(" .,'()-/") == std::string_view::npos) {
    return Problem::kBadCharacters;
  }
  return HalfWidth(name).find_first_of("0123456789<>") == std::string::npos
             ? std::nullopt
             : std::optional(Problem::kBadCharacters);
}

std::optional<Problem> CheckLatinName(std::string_view name) {
  if (name.empty()) return Problem::kMissing;
  if (CountCodePoints(name) > kMaxNameLength) return Problem::kTooLong;
  bool lettered = false;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool diaeresis = name.substr(at, 2) == "Ü" || name.substr(at, 2) == "ü";
    if (diaeresis) ++at;
    if (diaeresis || IsLetter(name[at])) {
      lettered = true;
    } else if (std::string_view(" -',.").find(name[at]) == std::string_view::npos) {
      return Problem::kBadCharacters;
    }
  }
  return lettered ? std::nullopt : std::optional(Problem::kBadCharacters);
}

FieldErrors WithoutMissingSurname(FieldErrors errors) {
  std::erase_if(errors, [](const FieldError& error) {
    return error.field == "surname" && error.problem == Problem::kMissing;
  });
  return errors;
}

BasicData TidyBasicData(const BasicData& typed) {
  BasicData data;
  data.chinese_name = TidyLine(typed.chinese_name);
  data.surname = TidyLatinName(typed.surname);
  data.given_name = TidyLatinName(typed.given_name);
  data.mainland_id = TidyMainlandId(typed.mainland_id);
  data.birthplace = TidyLine(typed.birthplace);
  data.birth_date = TidyDate(typed.birth_date);
  data.sex = TidyLine(typed.sex);
  data.travel_permit = TidyCode(typed.travel_permit);
  data.phone = TidyPhone(typed.phone);
  data.extension = TidyExtension(typed.extension);
  data.email = TidyMailbox(typed.email);
  return data;
}

Registration TidyRegistration(const Registration& typed) {
  Registration registration = typed;
  registration.data = TidyBasicData(typed.data);
  registration.login_name = LowerAscii(TidyLine(HalfWidth(typed.login_name)));
  return registration;
}

FieldErrors CheckBasicData(const BasicData& data, const RegistrationRules& rules, Date today) {
  FieldErrors errors;
  Require(errors, "chinese_name", CheckChineseName(data.chinese_name), kMaxNameLength);
  Require(errors, "surname", CheckLatinName(data.surname), kMaxNameLength);
  Require(errors, "given_name", CheckLatinName(data.given_name), kMaxNameLength);

  auto birth_problem = CheckBirthDate(data.birth_date, today);
  auto birth_date = birth_problem ? std::nullopt : ParseDate(data.birth_date);
  if (data.mainland_id.empty()) {
    Require(errors, "mainland_id", Problem::kMissing);
  } else {
    Require(errors, "mainland_id",
            CheckMainlandId(data.mainland_id, birth_date, SexFromCode(data.sex)));
  }
  Require(errors, "birthplace", CheckChoice(data.birthplace, ProvinceChoices()));
  Require(errors, "birth_date", birth_problem);
  Require(errors, "sex", CheckChoice(data.sex, SexChoices()));
  if (data.travel_permit.empty()) {
    Require(errors, "travel_permit", Problem::kMissing);
  } else if (data.travel_permit.size() > kMaxTravelPermitLength) {
    Require(errors, "travel_permit", Problem::kTooLong, kMaxTravelPermitLength);
  } else {
    Require(errors, "travel_permit",
            CheckTravelPermit(data.travel_permit, rules.travel_permit_pattern));
  }
  Require(errors, "phone", data.phone.empty() ? Problem::kMissing : CheckPhone(data.phone),
          kMaxPhoneLength);
  if (data.extension.size() > kMaxExtensionLength) {
    Require(errors, "extension", Problem::kTooLong, kMaxExtensionLength);
  } else if (!std::all_of(data.extension.begin(), data.extension.end(), IsDigit)) {
    Require(errors, "extension", Problem::kBadCharacters);
  }
  Require(
      errors, "email",
      data.email.empty() ? Problem::kMissing : CheckEmail(data.email, rules.refused_mail_domains),
      kMaxEmailLength);
  return errors;
}

FieldErrors CheckRegistration(const Registration& registration, const RegistrationRules& rules,
                              Date today) {
  FieldErrors errors = CheckBasicData(registration.data, rules, today);
  if (auto error = CheckLoginName("login_name", registration.login_name)) errors.push_back(*error);
  auto password_error = CheckPassword("password", registration.password);
  if (password_error) errors.push_back(*password_error);
  if (registration.password_again.empty()) {
    Require(errors, "password_again", Problem::kMissing);
  } else if (registration.password_again != registration.password) {
    Require(errors, "password_again", Problem::kPasswordsDiffer);
  }
  return errors;
}

std::optional<Problem> CheckEmail(std::string_view email,
                                  std::span<const std::string> refused_domains) {
  if (email.size() > kMaxEmailLength) return Problem::kTooLong;
  std::size_t at = email.rfind('@');
  if (at == std::string_view::npos || !IsMailboxName(email.substr(0, at))) {
    return Problem::kBadFormat;
  }
  std::string domain = LowerAscii(email.substr(at + 1));
  if (IsMainlandDomain(domain)) return Problem::kMailDomainRefused;
  if (domain.size() > 253 || !IsDomain(domain)) return Problem::kBadFormat;
  for (const std::string& refused : refused_domains) {
    if (IsDomainOrBelow(domain, LowerAscii(refused))) return Problem::kMailDomainRefused;
  }
  return std::nullopt;
}

std::optional<FieldError> CheckPassword(std::string_view field, std::string_view password) {
  std::string name(field);
  if (password.empty()) return FieldError{name, Problem::kMissing};
  if (HasControlCharacters(password)) return FieldError{name, Problem::kBadCharacters};
  std::size_t length = CountCodePoints(password);
  if (length < kMinPasswordLength) {
    return FieldError{name, Problem::kTooShort, static_cast<long>(kMinPasswordLength)};
  }
  if (length > kMaxPasswordLength) {
    return FieldError{name, Problem::kTooLong, static_cast<long>(kMaxPasswordLength)};
  }
  bool letter =
      std::any_of(password.begin(), password.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  bool digit = std::any_of(password.begin(), password.end(), IsDigit);
  if (!letter || !digit) return FieldError{name, Problem::kPasswordNeedsLetterAndDigit};
  return std::nullopt;
}

std::optional<FieldError> CheckLoginName(std::string_view field, std::string_view login_name) {
  if (!login_name.empty() && login_name.size() < kMinLoginNameLength) {
    return FieldError{std::string(field), Problem::kTooShort,
                      static_cast<long>(kMinLoginNameLength)};
  }
  return CheckAccountName(field, login_name);
}

std::optional<FieldError> CheckAccountName(std::string_view field, std::string_view login_name) {
  std::string name(field);
  if (login_name.empty()) return FieldError{name, Problem::kMissing};
  if (CountCodePoints(login_name) > kMaxLoginNameLength) {
    return FieldError{name, Problem::kTooLong, static_cast<long>(kMaxLoginNameLength)};
  }
  bool good = std::all_of(login_name.begin(), login_name.end(), [](char c) {
    return IsLetter(c) || IsDigit(c) || c == '.' || c == '-' || c == '_' || c == '@' || c == '+';
  });
  if (!good) return FieldError{name, Problem::kBadCharacters};
  return std::nullopt;
}

std::optional<Problem> CheckPhone(std::string_view phone) {
  if (phone.size() > kMaxPhoneLength) return Problem::kTooLong;
  static constexpr std::string_view kSigns = "+-() #";
  bool good = std::all_of(phone.begin(), phone.end(), [](char c) {
    return IsDigit(c) || kSigns.find(c) != std::string_view::npos;
  });
  if (!good || phone.find('+', 1) != std::string_view::npos) return Problem::kBadCharacters;
  if (std::count_if(phone.begin(), phone.end(), IsDigit) < 6) return Problem::kBadFormat;
  return std::nullopt;
}

}  // namespace permit
