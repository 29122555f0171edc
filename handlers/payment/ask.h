// Asking the gateway what became of a payment.
//
// The payment is moved to "asking" before the question and out of it after the answer, each in a
// transaction of its own: a crash in between leaves the state behind, and the next round asks
// again.
//
// A success is asked about again once a day for `payment.recheck_days`, since a gateway may take
// one back; the payment stays paid meanwhile.
#pragma once

#include <string>

#include "handlers/context.h"
#include "sql/payment_store.h"

namespace permit::payment {

enum class Asked {
  kNothingToAsk,  // unknown, paid, a slip, or no gateway
  kNoAnswer,
  kStillUnpaid,
  kPaid,
  kFailed,
  kExpired,
  kException,  // the money came and counts for nothing; it is on the cashier's list
  kRevoked,    // the money that had paid it was taken back; it is on the cashier's list
};
std::string_view Code(Asked asked);

// Whether a payer may have the gateway asked: what became of the payment is not known, and no other
// question is under way.
bool MayBeAskedNow(const sql::PaymentRow& payment, Instant now);

Asked AskAboutPayment(Services& services, const std::string& reference, const std::string& actor);

}  // namespace permit::payment
