// One payment: what became of it, its slip. Found through its owner.
#pragma once

#include "handlers/web/context.h"

namespace permit::payment {

Response ShowPaymentResult(Context& context);  // GET /payment/{reference}
Response AskNow(Context& context);             // POST /payment/{reference}/ask
Response ShowSlip(Context& context);           // GET /payment/{reference}/slip.pdf

}  // namespace permit::payment
