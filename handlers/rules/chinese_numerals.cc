#include "handlers/rules/chinese_numerals.h"

#include <string_view>

namespace permit {
namespace {

constexpr std::string_view kDigits[] = {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
constexpr std::string_view kPlaces[] = {"仟", "佰", "拾", ""};
constexpr std::string_view kGroups[] = {"", "萬", "億", "兆"};

// Four digits without their leading zeros; zeros in the middle become one 零.
std::string GroupNumerals(int group) {
  std::string text;
  bool zero = false;
  int divisor = 1000;
  for (std::string_view place : kPlaces) {
    int digit = group / divisor % 10;
    divisor /= 10;
    if (digit == 0) {
      zero = true;
      continue;
    }
    if (zero && !text.empty()) text += kDigits[0];
    zero = false;
    text += kDigits[digit];
    text += place;
  }
  return text;
}

}  // namespace

std::string CapitalNumerals(long long amount) {
  if (amount == 0) return "零元整";
  std::string text;
  long long divisor = 1000000000000;
  bool gap = false;  // a zero stands between what is written and what comes
  for (int place = 3; place >= 0; --place, divisor /= 10000) {
    int group = static_cast<int>(amount / divisor % 10000);
    if (group == 0) {
      gap = true;
      continue;
    }
    if (!text.empty() && (gap || group < 1000)) text += kDigits[0];
    gap = false;
    text += GroupNumerals(group);
    text += kGroups[place];
  }
  return text + "元整";
}

}  // namespace permit
