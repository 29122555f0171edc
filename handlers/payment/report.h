// What the gateway says of a payment, taken over: from its notice or from its reply to a question.
#pragma once

#include <string>

#include "handlers/payment/gateway.h"
#include "handlers/web/context.h"

namespace permit::payment {

enum class Adopted {
  kNothing,    // no news, or news of no weight
  kPaid,       // now; the caller issues the papers once it is committed
  kFailed,     // now
  kException,  // money that counts for nothing; it is on the cashier's list
  kRevoked,    // now: the money that had paid it was taken back; it is on the cashier's list
};

// Safe to call with the same report any number of times, in any order with others.
Adopted AdoptReport(Services& services, sql::Transaction& transaction, const TradeReport& report,
                    const std::string& actor);

// What the gateway says when it is asked about a payment that is paid. Only its own word that the
// money was refused or revoked takes the success back; a notice that came late never does, nor an
// reply that knows nothing. Sets when to ask next.
Adopted AdoptRecheck(Services& services, sql::Transaction& transaction, const TradeReport& report,
                     const std::string& actor);

}  // namespace permit::payment
