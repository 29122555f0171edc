#include "handlers/application/application.h"
#include "handlers/form/uploads.h"
#include "sql/upload_store.h"

namespace permit {

Response ShowDraftFile(Context& context) {
  if (context.PathValue("file") == kPhotoOriginal) {
    return PhotoOriginalResponse(context, context.visitor->account_id,
                                 std::string(context.PathValue("id")));
  }
  auto upload = sql::FindUploadOf(context.services.database, context.visitor->account_id,
                                  std::string(context.PathValue("file")));
  if (!upload) throw HttpError(404, "the account has no such file");
  return Response::File(std::move(upload->bytes), upload->mime, upload->name, true);
}

}  // namespace permit
