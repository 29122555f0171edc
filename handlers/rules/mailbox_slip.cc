#include "handlers/rules/mailbox_slip.h"

#include <algorithm>
#include <vector>

#include "handlers/rules/text.h"

namespace permit {
namespace {

// What most students write; a domain that is one slip away from one of these is asked about.
constexpr std::string_view kMeant[] = {"gmail.com",      "hotmail.com",   "outlook.com",
                                       "yahoo.com",      "icloud.com",    "yahoo.com.tw",
                                       "protonmail.com", "googlemail.com"};
// Providers of their own that are a slip away from those.
constexpr std::string_view kTheirOwn[] = {"mail.com",   "ymail.com",     "email.com", "live.com",
                                          "gmx.com",    "yahoo.co.jp",   "yahoo.ca",  "yahoo.co.uk",
                                          "outlook.jp", "hotmail.co.uk", "hotmail.ca"};

// Whether one letter added, left out, changed or two neighbours exchanged makes `typed` of `meant`.
bool IsOneSlipAway(std::string_view typed, std::string_view meant) {
  const auto differ = std::mismatch(typed.begin(), typed.end(), meant.begin(), meant.end());
  const std::string_view rest(differ.first, typed.end());
  const std::string_view other(differ.second, meant.end());
  if (rest.size() == other.size()) {
    if (rest.empty()) return false;
    if (rest.substr(1) == other.substr(1)) return true;
    return rest.size() >= 2 && rest[0] == other[1] && rest[1] == other[0] &&
           rest.substr(2) == other.substr(2);
  }
  return (rest.size() == other.size() + 1 && rest.substr(1) == other) ||
         (other.size() == rest.size() + 1 && other.substr(1) == rest);
}

// Those that have no other top-level domain than .com.
bool HasWrongTop(std::string_view typed, std::string_view meant) {
  const bool com_alone = meant == "gmail.com" || meant == "icloud.com" || meant == "googlemail.com";
  const std::size_t dot = meant.find('.');
  return com_alone && typed != meant && typed.substr(0, dot + 1) == meant.substr(0, dot + 1);
}

bool IsListed(std::string_view domain) {
  return std::find(std::begin(kMeant), std::end(kMeant), domain) != std::end(kMeant) ||
         std::find(std::begin(kTheirOwn), std::end(kTheirOwn), domain) != std::end(kTheirOwn);
}

}  // namespace

std::string MeantMailbox(std::string_view email) {
  const std::size_t at = email.rfind('@');
  if (at == std::string_view::npos) return {};
  const std::string domain = LowerAscii(email.substr(at + 1));
  if (IsListed(domain)) return {};
  for (std::string_view meant : kMeant) {
    if (IsOneSlipAway(domain, meant) || HasWrongTop(domain, meant)) {
      return std::string(email.substr(0, at + 1)) + std::string(meant);
    }
  }
  return {};
}

}  // namespace permit
