#include "handlers/rules/case_number.h"

#include <algorithm>

namespace permit {
namespace {

std::string Padded(std::uint64_t value, std::size_t digits) {
  std::string text = std::to_string(value);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

bool HasDigits(std::string_view text, std::size_t count) {
  return text.size() == count &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Unit and serial of the count-th number.
std::optional<std::string> UnitAndSerial(std::span<const std::string> units, std::uint64_t count,
                                         std::uint64_t serials, std::size_t serial_digits) {
  if (count == 0) return std::nullopt;
  std::uint64_t unit = (count - 1) / serials;
  if (unit >= units.size()) return std::nullopt;
  return units[unit] + Padded((count - 1) % serials + 1, serial_digits);
}

}  // namespace

std::optional<std::string> ReceiptNumber(int roc_year, std::span<const std::string> units,
                                         std::uint64_t count) {
  auto rest = UnitAndSerial(units, count, kReceiptSerials, 5);
  if (!rest) return std::nullopt;
  return Padded(static_cast<std::uint64_t>(roc_year), 3) + *rest;
}

std::optional<std::string> GroupNumber(int roc_year, std::span<const std::string> units,
                                       std::uint64_t count) {
  auto rest = UnitAndSerial(units, count, kGroupSerials, 4);
  if (!rest) return std::nullopt;
  return Padded(static_cast<std::uint64_t>(roc_year % 100), 2) + *rest;
}

std::optional<ReceiptCount> CountOfReceiptNumber(std::string_view number,
                                                 std::span<const std::string> units) {
  if (!IsReceiptNumber(number)) return std::nullopt;
  const std::uint64_t serial = std::stoull(std::string(number.substr(7)));
  const auto unit = std::find(units.begin(), units.end(), number.substr(3, 4));
  if (serial == 0 || unit == units.end()) return std::nullopt;
  return ReceiptCount{std::stoi(std::string(number.substr(0, 3))),
                      static_cast<std::uint64_t>(unit - units.begin()) * kReceiptSerials + serial};
}

bool IsReceiptNumber(std::string_view text) { return HasDigits(text, 12); }
bool IsGroupNumber(std::string_view text) { return HasDigits(text, 9); }

}  // namespace permit
