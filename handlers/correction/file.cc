#include "handlers/correction/correction.h"
#include "handlers/form/given_file.h"
#include "handlers/form/uploads.h"
#include "handlers/web/own_case.h"
#include "sql/correction_store.h"
#include "sql/upload_store.h"

namespace permit {

Response ShowCorrectionFile(Context& context) {
  const sql::Case found = FindOwnCase(context);
  const std::string id{context.PathValue("file")};
  if (id == kPhotoOriginal) {
    auto saved = sql::FindCorrection(context.services.database, found.applicant_id, found.id);
    if (!saved) throw HttpError(404, "the correction has no photo to cut from");
    return PhotoOriginalResponse(context, saved->account_id, saved->draft_id);
  }
  for (const sql::DraftFile& file : sql::CorrectionFiles(context.services.database, found.id)) {
    if (file.id != id) continue;
    return GivenFileResponse(
        context, sql::FindUploadOfApplicant(context.services.database, found.applicant_id, id));
  }
  throw HttpError(404, "the correction has no such file");
}

}  // namespace permit
