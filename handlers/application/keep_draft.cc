#include <algorithm>

#include "handlers/application/application.h"
#include "handlers/form/uploads.h"
#include "handlers/rules/required_documents.h"
#include "handlers/web/kept_form.h"
#include "handlers/web/paths.h"

namespace permit {

Response KeepDraftForm(Context& context) {
  sql::Database& database = context.services.database;
  const std::uint64_t account = context.late_sender.value();
  const std::string id(context.PathValue("id"));
  auto draft = sql::FindDraftOf(database, account, id);
  if (!draft) return LoginAfterEnd({});
  const PreparedUploads uploads =
      WithoutSecondPhoto(PrepareUploads(context, draft->service), draft->files);
  database.Transact([&](sql::Transaction& transaction) {
    draft = sql::LockDraftOf(transaction, account, id);
    if (!draft) return;
    KeepForm(context, transaction, DraftPath(id));
    FieldErrors refused;  // the student sees which files are in the list
    StoreUploads(transaction, {account, id, draft->files, draft->photo}, uploads, refused,
                 context.now());
  });
  return draft ? LoginAfterKeeping(DraftPath(id)) : LoginAfterEnd({});
}

}  // namespace permit
