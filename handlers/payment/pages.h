// The pages of paying: what to pay for, what it costs, how to pay.
#pragma once

#include "handlers/web/context.h"

namespace permit::payment {

Response ShowUnpaidList(Context& context);      // GET /payment
Response ShowPaymentDetails(Context& context);  // GET /payment/details?group=…
Response ShowPaymentMethods(Context& context);  // GET /payment/method?group=…
Response ChooseMethod(Context& context);        // POST /payment/method

}  // namespace permit::payment
