#include "handlers/rules/greeting_name.h"

#include <algorithm>
#include <string_view>

namespace permit {
namespace {

bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }
bool IsSmall(char c) { return c >= 'a' && c <= 'z'; }

// Ü is the one letter beside ASCII that passports have; in UTF-8 it differs in its second byte.
constexpr char kFirstOfUmlaut = '\xC3';
constexpr char kCapitalUmlaut = '\x9C';
constexpr char kSmallUmlaut = '\xBC';

std::string WordsCapitalized(std::string name) {
  if (std::any_of(name.begin(), name.end(), IsSmall)) return name;
  bool within = false;
  for (std::size_t at = 0; at < name.size(); ++at) {
    char& c = name[at];
    const bool umlaut = c == kFirstOfUmlaut && at + 1 < name.size();
    if (umlaut && within && name[at + 1] == kCapitalUmlaut) name[at + 1] = kSmallUmlaut;
    if (within && IsCapital(c)) c = static_cast<char>(c - 'A' + 'a');
    within = umlaut || IsCapital(name[at]) || IsSmall(name[at]);
    if (umlaut) ++at;
  }
  return name;
}

}  // namespace

std::string GreetingName(Language language, const std::string& chinese_name,
                         const std::string& surname, const std::string& given_name) {
  const bool unknown = surname.empty() && given_name.empty();
  if (language == Language::kChinese || unknown) return chinese_name;
  const std::string_view between = surname.empty() || given_name.empty() ? "" : " ";
  return WordsCapitalized(given_name) + std::string(between) + WordsCapitalized(surname);
}

}  // namespace permit
