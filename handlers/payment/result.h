// One payment: the way to the bank, what became of it, its slip. Found through its owner.
#pragma once

#include "handlers/context.h"

namespace permit::payment {

Response ShowGatewayForm(Context& context);    // GET /payment/{reference}/bank
Response ShowPaymentResult(Context& context);  // GET /payment/{reference}
Response AskNow(Context& context);             // POST /payment/{reference}/ask
Response ShowSlip(Context& context);           // GET /payment/{reference}/slip.pdf

}  // namespace permit::payment
