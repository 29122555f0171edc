#include "handlers/rules/password_guess.h"

#include <algorithm>
#include <bitset>

#include "handlers/rules/common_passwords.h"
#include "handlers/rules/text.h"

namespace permit {
namespace {

constexpr std::size_t kFewCharacters = 5;
constexpr std::size_t kNamePart = 4;
constexpr std::size_t kNumberPart = 6;
constexpr std::size_t kShortWord = 3;  // letters that hardly add to the digits beside them

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsOther(char c) { return static_cast<unsigned char>(c) >= 0x80; }  // of another script

bool IsIn(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    // The line that the middle of the list lies in.
    const std::size_t middle = list.size() / 2;
    const std::size_t before = middle == 0 ? list.npos : list.rfind('\n', middle - 1);
    const std::size_t from = before == list.npos ? 0 : before + 1;
    const std::size_t to = list.find('\n', from);
    const int order = word.compare(list.substr(from, to - from));
    if (order == 0) return true;
    list = order < 0 ? list.substr(0, from) : list.substr(to + 1);
  }
  return false;
}

bool IsListed(std::string_view word) {
  const auto lists = CommonPasswordLists();
  return std::any_of(lists.begin(), lists.end(),
                     [&](std::string_view list) { return IsIn(list, word); });
}

// Less the digits and signs at its ends.
std::string_view Core(std::string_view text) {
  const auto holds = [](char c) { return IsLetter(c) || IsOther(c); };
  while (!text.empty() && !holds(text.front())) text.remove_prefix(1);
  while (!text.empty() && !holds(text.back())) text.remove_suffix(1);
  return text;
}

// Digits and signs that stand for letters.
std::string Spelled(std::string_view text, char one) {
  std::string spelled;
  for (char c : text) {
    switch (c) {
      case '0':
        spelled += 'o';
        break;
      case '1':
      case '!':
      case '|':
        spelled += one;
        break;
      case '3':
        spelled += 'e';
        break;
      case '4':
      case '@':
        spelled += 'a';
        break;
      case '5':
      case '$':
        spelled += 's';
        break;
      case '7':
        spelled += 't';
        break;
      default:
        spelled += c;
    }
  }
  return spelled;
}

template <typename Keeps>
std::string Only(std::string_view text, Keeps keeps) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept), keeps);
  return kept;
}

bool IsRun(std::string_view word) {
  static constexpr std::string_view kRuns[] = {
      "abcdefghijklmnopqrstuvwxyz", "qwertyuiop",     "asdfghjkl", "zxcvbnm",
      "zyxwvutsrqponmlkjihgfedcba", "poiuytrewq",     "lkjhgfdsa", "mnbvcxz",
      "012345678901234567890",      "098765432109876"};
  return std::any_of(std::begin(kRuns), std::end(kRuns),
                     [&](std::string_view run) { return run.find(word) != run.npos; });
}

bool IsCommonWord(std::string_view word) {
  if (word.empty()) return false;
  if (IsListed(word)) return true;
  return word.size() > kShortWord && IsRun(word);
}

bool IsCommon(std::string_view password) {
  std::bitset<256> characters;
  for (char c : password) characters.set(static_cast<unsigned char>(c));
  if (characters.count() < kFewCharacters) return true;
  if (IsCommonWord(password) || IsCommonWord(Core(password))) return true;
  for (char one : {'i', 'l'}) {
    const std::string spelled = Spelled(password, one);
    if (IsListed(spelled) || IsListed(Core(Spelled(Core(password), one)))) return true;
  }
  // Digits that everybody takes, with hardly a letter beside them.
  const std::string letters = Only(password, [](char c) { return IsLetter(c) || IsOther(c); });
  if (letters.size() > kShortWord) return false;
  return IsCommonWord(Only(password, IsDigit));
}

// As it is compared: small letters and digits alone.
std::string Bare(std::string_view text) {
  return Only(LowerAscii(text), [](char c) { return IsLetter(c) || IsDigit(c) || IsOther(c); });
}

bool HoldsPart(std::string_view password, std::string_view number) {
  for (std::size_t at = 0; at + kNumberPart <= number.size(); ++at) {
    if (password.find(number.substr(at, kNumberPart)) != password.npos) return true;
  }
  return false;
}

bool HoldsDate(std::string_view password, std::string_view digits) {
  if (digits.size() != 8) return false;
  const std::string year(digits.substr(0, 4)), month(digits.substr(4, 2)), day(digits.substr(6));
  const std::string short_year = year.substr(2);
  for (const std::string& written :
       {year + month + day, day + month + year, month + day + year, short_year + month + day,
        day + month + short_year, month + day + short_year}) {
    if (password.find(written) != password.npos) return true;
  }
  return false;
}

bool IsOfOwner(std::string_view password, const PasswordOwner& owner) {
  const std::string mailbox_name = owner.login_name.substr(0, owner.login_name.find('@'));
  const std::string surname = Bare(owner.surname), given_name = Bare(owner.given_name);
  for (const std::string& name : {Bare(owner.login_name), Bare(mailbox_name), surname, given_name,
                                  surname + given_name, given_name + surname}) {
    if (name.size() >= kNamePart && password.find(name) != password.npos) return true;
  }
  if (HoldsDate(password, Bare(owner.birth_date))) return true;
  return std::any_of(owner.numbers.begin(), owner.numbers.end(),
                     [&](const std::string& number) { return HoldsPart(password, Bare(number)); });
}

}  // namespace

std::optional<Problem> CheckGuess(std::string_view password, const PasswordOwner& owner) {
  if (IsOfOwner(Bare(password), owner)) return Problem::kPasswordOfOwner;
  if (IsCommon(LowerAscii(password))) return Problem::kPasswordCommon;
  return std::nullopt;
}

}  // namespace permit
