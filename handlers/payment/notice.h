// What comes from the gateway: its server's notices, and the payer's browser on its way back.
#pragma once

#include "handlers/web/context.h"

namespace permit::payment {

// POST /coa-frontend/payment/notice. The body proves who sent it; nothing else does.
Response TakeNotice(Context& context);

// POST and GET /coa-frontend/payment/{reference}/return. Believes nothing: shows the payer
// the way to the page that tells the truth. A POST from a gateway that sends no notices is the
// moment to ask it.
Response ComeBack(Context& context);

}  // namespace permit::payment
