// Asking the gateway what became of a payment.
//
// The payment is moved to "asking" before the question and out of it after the answer, each in a
// transaction of its own: a crash in between leaves the state behind, and the next round asks
// again.
#pragma once

#include <string>

#include "handlers/context.h"

namespace permit::payment {

enum class Asked {
  kNothingToAsk,  // unknown, paid, a slip, or no gateway
  kNoAnswer,
  kStillUnpaid,
  kPaid,
  kFailed,
  kExpired,
  kException,  // the money came and counts for nothing; it is on the cashier's list
};
std::string_view Code(Asked asked);

Asked AskAboutPayment(Services& services, const std::string& reference, const std::string& actor);

}  // namespace permit::payment
