// The payer's way to a gateway: announced there first when it wants so, then a form that the
// browser posts.
#pragma once

#include "handlers/web/context.h"

namespace permit::payment {

Response ShowGatewayForm(Context& context);  // GET /payment/{reference}/bank
Response AnnounceAndShow(Context& context);  // POST /payment/{reference}/bank

// Opens the session of a payment that waits for one: over the network, then in a transaction of its
// own. False: the gateway gave no key; the payment waits on and may be announced again. True for a
// payment that waits for none.
bool AnnouncePayment(const Context& context, const std::string& reference);

}  // namespace permit::payment
