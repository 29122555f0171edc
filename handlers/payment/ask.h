// Asking the gateway what became of a payment.
//
// The payment is moved to "asking" before the question and out of it after the reply, each in a
// transaction of its own: a crash in between leaves the state behind, and the next round asks
// again.
//
// A success is asked about again once a day for `payment.recheck_days`, since a gateway may take
// one back; the payment stays paid meanwhile.
#pragma once

#include <optional>
#include <string>

#include "handlers/payment/gateway.h"
#include "handlers/web/context.h"
#include "sql/payment_store.h"

namespace permit::payment {

enum class Asked {
  kNothingToAsk,  // unknown, paid, a slip, no gateway, or a payer's question too soon
  kNoReply,
  kStillUnpaid,
  kPaid,
  kFailed,
  kExpired,
  kException,  // the money came and counts for nothing; it is on the cashier's list
  kRevoked,    // the money that had paid it was taken back; it is on the cashier's list
};
std::string_view Code(Asked asked);

// For the job and for operators, however long the gateway takes.
Asked AskAboutPayment(Services& services, const std::string& reference, const std::string& actor);

// While a payer waits, and a worker with them: what became of the payment must not be known yet,
// two questions are seconds apart, the patience is short, and a gateway that has just been too slow
// for somebody, or was asked a few times in this second already, is not asked (kNoReply).
// `said` becomes what the gateway said, where it was asked and replied.
Asked AskForPayer(Services& services, const std::string& reference, const std::string& actor,
                  std::optional<TradeState>* said = nullptr);

// Of a gateway that a payer's page must reach: whether it is left alone at present.
bool GatewayRests(Services& services, SettledBy gateway);
// Whether nobody may ask it, as it said that it was asked too often less than 30 minutes ago.
bool GatewayBars(Services& services, SettledBy gateway);
// What it refused decides for how long it is left alone; most refusals change nothing.
void NoteGatewayRefusal(Services& services, SettledBy gateway, Refusal refusal);

}  // namespace permit::payment
