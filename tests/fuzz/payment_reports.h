// What every report of a payment keeps to, of whichever gateway.
#pragma once

#include "handlers/payment/gateway.h"
#include "tests/fuzz/property.h"

namespace permit::fuzz {

// Of so many fields one is changed at a time; more would only take longer.
inline constexpr std::size_t kMostChanges = 8;

inline bool Same(const payment::TradeReport& a, const payment::TradeReport& b) {
  return a.reference == b.reference && a.state == b.state && a.amount == b.amount &&
         a.trade_number == b.trade_number && a.paid_at == b.paid_at && a.code == b.code &&
         a.simulated == b.simulated;
}

inline void RequireReport(const payment::TradeReport& report) {
  Require(!report.reference.empty(), "a report names its trade");
  Require(payment::IsTradeNumber(report.trade_number), "a trade number is one for the books");
  Require(report.amount >= 0, "no amount is negative");
  if (report.state == payment::TradeState::kPaid) {
    Require(!report.trade_number.empty(), "money has its number");
    const std::string text = FormatTime(report.paid_at);
    Require(text.size() == 19 && ParseDate(text.substr(0, 10)).has_value(), "money has its day");
  } else {
    Require(report.amount == 0, "without money there is no amount");
  }
}

}  // namespace permit::fuzz
