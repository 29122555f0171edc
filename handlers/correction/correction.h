// Correcting a returned case: 補正, where everything may change, and 補件, where only files may.
//
// Nothing of the case changes until the correction is sent; what is typed and uploaded before is
// kept in a draft tied to the case.
#pragma once

#include "handlers/web/context.h"

namespace permit {

Response ListCorrections(Context& context);     // GET /corrections
Response ShowCorrection(Context& context);      // GET /corrections/{receipt}
Response ShowCorrectionForm(Context& context);  // GET /corrections/{receipt}/form
Response SaveCorrectionForm(Context& context);  // POST /corrections/{receipt}/form
Response KeepCorrectionForm(Context& context);  // of a session that has ended by idleness
Response CheckCorrection(Context& context);     // GET /corrections/{receipt}/check
Response SendCorrection(Context& context);      // POST /corrections/{receipt}/check
Response ShowCorrectionFile(Context& context);  // GET /corrections/{receipt}/files/{file}
Response ShowCorrectionDone(Context& context);  // GET /corrections/{receipt}/done

}  // namespace permit
