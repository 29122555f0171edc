// The public check of a permit, for whoever is shown one: number and birth date in, one word out.
//
// A number that is not known and a birth date that is not the holder's give the same answer after
// the same one look at the database. The birth date comes by POST alone, so that no address and no
// log holds it; the address on the paper brings the number.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ShowPermitCheck(Context& context);       // GET /coa-frontend/verify[?number=NUMBER]
Response ShowPermitCheckAgain(Context& context);  // with what was typed
Response CheckPermit(Context& context);           // POST /coa-frontend/verify

}  // namespace permit
