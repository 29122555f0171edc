#include "handlers/correction/correction.h"
#include "handlers/correction/pending_correction.h"
#include "handlers/form/uploads.h"
#include "handlers/web/kept_form.h"
#include "handlers/web/paths.h"

namespace permit {
namespace {

// Where the files go that came with the form; the case's photo is not taken away.
void AddFiles(Context& context, sql::Transaction& transaction, const sql::Case& of,
              const PreparedUploads& uploads, const std::string& fresh_id) {
  if (uploads.files.empty()) return;
  const PendingCorrection correction = ReadPendingCorrection(transaction, of);
  const std::string draft = sql::OpenCorrection(transaction, of.id, fresh_id, context.now());
  FieldErrors refused;  // the student sees which files are in the list
  StoreUploads(transaction, {of.account_id, draft, correction.standing_files(), correction.photo},
               uploads, refused, context.now());
}

}  // namespace

Response KeepCorrectionForm(Context& context) {
  sql::Database& database = context.services.database;
  const std::uint64_t account = context.late_sender.value();
  const std::string receipt{context.PathValue("receipt")};
  const auto found = sql::FindCaseOf(database, account, receipt);
  if (!found || !IsReturned(found->state)) return LoginAfterEnd({});
  const PreparedUploads uploads =
      WithoutSecondPhoto(PrepareUploads(context, found->service),
                         ReadPendingCorrection(database, *found).standing_files());
  const std::string fresh_id = context.services.random.Uuid();
  const bool kept = database.Transact([&](sql::Transaction& transaction) {
    const auto held = LockReturned(transaction, account, receipt);
    if (!held) return false;
    KeepForm(context, transaction, CorrectionFormPath(receipt));
    AddFiles(context, transaction, *held, uploads, fresh_id);
    return true;
  });
  return kept ? LoginAfterKeeping(CorrectionFormPath(receipt)) : LoginAfterEnd({});
}

}  // namespace permit
