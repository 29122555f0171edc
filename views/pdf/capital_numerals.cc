#include "views/pdf/capital_numerals.h"

#include "views/pdf/paper.h"

namespace permit::views {
namespace {

constexpr const char* kDigits[] = {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
constexpr const char* kPlaces[] = {"", "拾", "佰", "仟"};
constexpr const char* kGroups[] = {"", "萬", "億", "兆"};
constexpr int kGroupSize = 10000;

// One group of four digits; zeros at its end are not said, those within it once.
std::string Group(int number, bool zero_waits) {
  std::string text;
  for (int place = 3, unit = 1000; place >= 0; --place, unit /= 10) {
    const int digit = number / unit % 10;
    if (digit == 0) {
      zero_waits = zero_waits || !text.empty();
      continue;
    }
    if (zero_waits) text += kDigits[0];
    zero_waits = false;
    text.append(kDigits[digit]).append(kPlaces[place]);
  }
  return text;
}

}  // namespace

std::string CapitalNumerals(std::int64_t dollars) {
  constexpr std::int64_t kLimit = 10'000'000'000'000'000;
  if (dollars < 0 || dollars >= kLimit) {
    throw PaperError("no capital numerals for " + std::to_string(dollars));
  }
  if (dollars == 0) return "零元整";
  std::string text;
  bool group_skipped = false;
  std::int64_t unit = kLimit / kGroupSize;
  for (int group = 3; group >= 0; --group, unit /= kGroupSize) {
    const int number = static_cast<int>(dollars / unit % kGroupSize);
    if (number == 0) {
      group_skipped = true;
      continue;
    }
    const bool zero_between = !text.empty() && (group_skipped || number < kGroupSize / 10);
    text.append(Group(number, zero_between)).append(kGroups[group]);
    group_skipped = false;
  }
  return text + "元整";
}

}  // namespace permit::views
