// Reconciliation: the gateway is asked about payments that are due, slips whose grace has run out
// expire, papers that wait are issued, and what should not be is named.
//
// Safe to run at any moment, twice at once, and again after a crash.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>

#include "handlers/web/context.h"

namespace permit {

// How far back papers that are missing and what should not be are looked for; a receipt that waits
// longer is left to the housekeeping, which looks at all payments.
inline constexpr std::chrono::days kReconcileLookBack{21};

struct Reconciled {
  std::size_t asked = 0;
  std::size_t no_answer = 0;
  std::size_t paid = 0;
  std::size_t failed = 0;
  std::size_t exceptions = 0;
  std::size_t expired = 0;  // slips included
  std::size_t receipts = 0;
  std::size_t permits = 0;
  std::size_t refused = 0;     // papers that wait for somebody
  std::size_t broken = 0;      // payments and papers that ended in an error
  std::size_t invariants = 0;  // that do not hold, of the last weeks
};

// `pause` passes the time between two questions to a gateway, so that it is asked a few times a
// second at most. Each step is tried whatever became of the others; then what the first threw that
// failed is thrown.
Reconciled ReconcilePayments(
    Services& services, const std::function<void()>& pause = [] {});
// The same without papers and invariants.
Reconciled ReconcileMoney(
    Services& services, const std::function<void()>& pause = [] {});

}  // namespace permit
