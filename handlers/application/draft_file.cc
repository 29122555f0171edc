#include "handlers/application/application.h"
#include "handlers/form/given_file.h"
#include "handlers/form/uploads.h"
#include "sql/upload_store.h"

namespace permit {

Response ShowDraftFile(Context& context) {
  if (context.PathValue("file") == kPhotoOriginal) {
    return PhotoOriginalResponse(context, context.visitor->account_id,
                                 std::string(context.PathValue("id")));
  }
  return GivenFileResponse(context,
                           sql::FindUploadOf(context.services.database, context.visitor->account_id,
                                             std::string(context.PathValue("file"))));
}

}  // namespace permit
