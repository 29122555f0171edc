// The three Code 39 texts that convenience stores scan from a payment slip.
//
// Layout and check characters as the collectors' common rule: 9, 16 and 15 characters, the fifth
// and sixth of the third are check characters over all three.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "handlers/rules/calendar.h"

namespace permit {

struct SlipBarcodes {
  std::string first;   // deadline as ROC YYMMDD, collection item
  std::string second;  // number of the payment
  std::string third;   // due period, check characters, amount

  bool operator==(const SlipBarcodes&) const = default;
};

inline constexpr long kMaxSlipAmount = 999999999;

// `item` has 3 characters, `number` 16, `due_period` 4 (MMDD or ROC YYMM, as the contract says);
// all of A-Z and 0-9. nullopt: one of them has another form, or the amount is out of range.
std::optional<SlipBarcodes> MakeSlipBarcodes(Date deadline, std::string_view item,
                                             std::string_view number, std::string_view due_period,
                                             long amount);
std::string DuePeriodMonthDay(Date deadline);      // "MMDD"
std::string DuePeriodRocYearMonth(Date deadline);  // "YYMM", the year mod 100

// Two characters over the first, the second and the third without its own check characters.
// nullopt: a character without a value.
std::optional<std::string> SlipCheckCharacters(std::string_view first, std::string_view second,
                                               std::string_view third_without_check);
bool SlipBarcodesHold(const SlipBarcodes& barcodes);  // lengths and check characters

}  // namespace permit
