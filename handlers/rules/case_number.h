// Receipt numbers 收件號 and group numbers 團號: how they are written and recognised.
//
// Both end in a serial that starts at 1 each ROC year. Units are used in the order given: when the
// serials of one are used up, the next takes over, so one counter a year serves them all.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace permit {

inline constexpr std::uint64_t kReceiptSerials = 99999;  // a unit and year
inline constexpr std::uint64_t kGroupSerials = 9999;

// 12 digits: ROC year 3, unit 4, serial 5. nullopt: `count` (from 1) is beyond the last unit.
std::optional<std::string> ReceiptNumber(int roc_year, std::span<const std::string> units,
                                         std::uint64_t count);
// 9 digits: ROC year mod 100, unit 3, serial 4.
std::optional<std::string> GroupNumber(int roc_year, std::span<const std::string> units,
                                       std::uint64_t count);

// What a receipt number says: the count-th of that year. nullopt: it is none of these units.
struct ReceiptCount {
  int roc_year = 0;
  std::uint64_t count = 0;
};
std::optional<ReceiptCount> CountOfReceiptNumber(std::string_view number,
                                                 std::span<const std::string> units);

// How many of a year's numbers the units carry, and how many of them are handed out.
struct NumberVolume {
  std::uint64_t used = 0;
  std::uint64_t carried = 0;
};
inline constexpr std::uint64_t kNearlyExhaustedPercent = 80;
constexpr bool NearlyExhausted(const NumberVolume& volume) {
  return volume.used * 100 >= volume.carried * kNearlyExhaustedPercent;
}

bool IsReceiptNumber(std::string_view text);  // 12 digits
bool IsGroupNumber(std::string_view text);    // 9 digits

}  // namespace permit
