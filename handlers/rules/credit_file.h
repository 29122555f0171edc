// The bank's list of credits to virtual accounts: plain CSV, one credit a line.
//
//   account,amount,paid_on,trade_number
//   1385086952001009,1000,2026-03-05,BOT0001
//
// Lines may end in CR LF, empty lines count for nothing. A file is read whole or refused with the
// line and the reason, in the words of the collectors' file.
#pragma once

#include <string_view>
#include <tl/expected.hpp>

#include "handlers/rules/settlement_file.h"

namespace permit {

inline constexpr std::string_view kCreditFileHead = "account,amount,paid_on,trade_number";

bool IsCreditFile(std::string_view bytes);  // by its first line

// As a settlement of the collector "BOT"; the account stands where a slip's second barcode does.
tl::expected<SettlementFile, SettlementRefusal> ReadCreditFile(std::string_view bytes);

}  // namespace permit
