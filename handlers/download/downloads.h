// The downloads of a student: lists of permits and receipts, and the papers themselves.
//
// A paper is opened in the browser's own viewer, or kept with `?save=yes`. Another student's paper
// and one that is not made yet are not found.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ListPermits(Context& context);          // GET /download/permits
Response ListReceipts(Context& context);         // GET /download/receipts
Response ShowPermitPaper(Context& context);      // GET /download/permits/{file}, "NUMBER.pdf"
Response ShowReceiptPaper(Context& context);     // GET /download/receipts/{file}
Response ShowApplicationCopy(Context& context);  // GET /cases/{receipt}/application.pdf

}  // namespace permit
