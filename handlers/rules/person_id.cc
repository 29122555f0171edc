#include "handlers/rules/person_id.h"

#include <algorithm>
#include <regex>

#include "handlers/rules/text.h"

namespace permit {
namespace {

bool AllDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int Digit(char c) { return c - '0'; }

int Number(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + Digit(c);
  return value;
}

MainlandIdReading Refused(Problem problem) {
  MainlandIdReading reading;
  reading.problem = problem;
  return reading;
}

char MainlandCheckCharacter(std::string_view first_17) {
  static constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < first_17.size(); ++i) sum += kWeights[i] * Digit(first_17[i]);
  return "10X98765432"[sum % 11];
}

// Letters stand for 10 to 35 in this order, as in the identity numbers of Taiwan.
int LetterCode(char letter) {
  static constexpr std::string_view kOrder = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
  return 10 + static_cast<int>(kOrder.find(letter));
}

bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }

bool HasUnifiedForm(std::string_view number) {
  if (number.size() != 10 || !IsCapital(number[0]) || !AllDigits(number.substr(2))) return false;
  char second = number[1];
  return (second >= 'A' && second <= 'D') || second == '8' || second == '9';
}

}  // namespace

std::string_view Code(Sex sex) {
  switch (sex) {
    case Sex::kMale:
      return "male";
    case Sex::kFemale:
      return "female";
  }
  return {};
}

std::optional<Sex> SexFromCode(std::string_view code) {
  if (code == Code(Sex::kMale)) return Sex::kMale;
  if (code == Code(Sex::kFemale)) return Sex::kFemale;
  return std::nullopt;
}

std::string TidyMainlandId(std::string_view typed) {
  std::string id = TidyCode(typed);
  std::erase(id, '-');
  for (std::string_view alike : {"×", "✕", "Ⅹ", "ⅹ", "Х", "х", "Χ", "χ"}) {
    if (id.size() == 17 + alike.size() && id.ends_with(alike)) id.replace(17, alike.size(), "X");
  }
  return id;
}

MainlandIdReading ReadMainlandId(std::string_view id) {
  bool old_form = id.size() == 15 && AllDigits(id);
  bool new_form =
      id.size() == 18 && AllDigits(id.substr(0, 17)) && (id[17] == 'X' || AllDigits(id.substr(17)));
  if (!old_form && !new_form) return Refused(Problem::kBadFormat);

  std::string birth = old_form ? "19" + std::string(id.substr(6, 6)) : std::string(id.substr(6, 8));
  Date birth_date{std::chrono::year{Number(birth.substr(0, 4))},
                  std::chrono::month{static_cast<unsigned>(Number(birth.substr(4, 2)))},
                  std::chrono::day{static_cast<unsigned>(Number(birth.substr(6, 2)))}};
  if (!birth_date.ok()) return Refused(Problem::kBadDate);
  if (new_form && MainlandCheckCharacter(id.substr(0, 17)) != id[17]) {
    return Refused(Problem::kBadCheckCharacter);
  }
  MainlandIdReading reading;
  reading.birth_date = birth_date;
  reading.sex = Digit(old_form ? id[14] : id[16]) % 2 == 1 ? Sex::kMale : Sex::kFemale;
  return reading;
}

std::optional<Problem> CheckMainlandId(std::string_view id, std::optional<Date> birth_date,
                                       std::optional<Sex> sex) {
  MainlandIdReading reading = ReadMainlandId(id);
  if (reading.problem) return reading.problem;
  if (birth_date && *birth_date != reading.birth_date) return Problem::kDisagreesWithBirthDate;
  if (sex && *sex != reading.sex) return Problem::kDisagreesWithSex;
  return std::nullopt;
}

std::optional<Problem> CheckTravelPermit(std::string_view number, std::string_view pattern) {
  std::regex form(pattern.begin(), pattern.end());
  if (!std::regex_match(number.begin(), number.end(), form)) return Problem::kBadFormat;
  return std::nullopt;
}

std::optional<Problem> CheckUnifiedNumber(std::string_view number) {
  if (!HasUnifiedForm(number)) return Problem::kBadFormat;
  static constexpr int kWeights[] = {1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1};
  int first = LetterCode(number[0]);
  int second = IsCapital(number[1]) ? LetterCode(number[1]) % 10 : Digit(number[1]);
  int sum = kWeights[0] * (first / 10) + kWeights[1] * (first % 10) + kWeights[2] * second;
  for (std::size_t i = 2; i < 10; ++i) sum += kWeights[i + 1] * Digit(number[i]);
  if (sum % 10 != 0) return Problem::kBadCheckCharacter;
  return std::nullopt;
}

}  // namespace permit
