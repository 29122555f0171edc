// What comes from the gateway: its server's notices, and the payer's browser on its way back.
#pragma once

#include "handlers/context.h"

namespace permit::payment {

// POST /coa-frontend/payment/notice. The body proves who sent it; nothing else does.
Response TakeNotice(Context& context);

// POST and GET /coa-frontend/payment/{reference}/return. Believes nothing and changes nothing:
// shows the payer the way to the page that tells the truth.
Response ComeBack(Context& context);

}  // namespace permit::payment
