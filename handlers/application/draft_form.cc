#include <algorithm>

#include "handlers/application/application.h"
#include "handlers/application/draft.h"
#include "handlers/form/submit_action.h"
#include "handlers/form/uploads.h"
#include "handlers/rules/required_documents.h"
#include "handlers/rules/text.h"
#include "handlers/web/kept_form.h"
#include "handlers/web/paths.h"
#include "sql/kept_form_store.h"
#include "sql/upload_store.h"

namespace permit {
namespace {

constexpr std::string_view kRemove = "remove:";

void RemoveFile(sql::Transaction& transaction, const sql::Draft& draft, const std::string& file) {
  sql::DeleteUpload(transaction, draft.account_id, draft.id, file);
  sql::ForgetPhotoOriginal(transaction, draft.id);
}

std::vector<views::FormError> FormErrorsOf(const DraftReading& reading) {
  if (!reading.changes_nothing) return {};
  return {views::FormError::kNothingChanged};
}

// Where the page goes on.
std::string PlaceOnPage(const PreparedUploads& uploads, std::string_view action) {
  if (action == "crop") return std::string(kPhotoSlot);
  return uploads.last_slot;
}

// What a request says of the fields.
struct Typed {
  FormValues values;
  FieldErrors errors;
  bool forged = false;
  FormValues storable;  // `values`, but what cannot be stored as it was before
};

Typed ReadTyped(const Request& request, const sql::Draft& draft) {
  Typed typed;
  const FormValues stored = draft.form;
  typed.values = TidyDraft(draft.service, TypedValues(request.form, draft.service, stored), stored);
  typed.errors = CheckDraft(draft.service, typed.values);
  typed.storable = typed.values;
  TakeBack(typed.storable, typed.errors, stored);
  const FieldErrors forged = ForgedFields(request, draft.service, stored);
  typed.forged = !forged.empty();
  typed.errors.insert(typed.errors.end(), forged.begin(), forged.end());
  return typed;
}

}  // namespace

Response ShowDraft(Context& context) {
  const std::string id(context.PathValue("id"));
  auto draft = sql::FindDraftOf(context.services.database, context.visitor->account_id, id);
  if (!draft) return AfterDraft(context, id);
  const FormValues values = draft->form;
  if (auto kept = KeptFields(context, DraftPath(id))) {
    return DraftResponse(
        context, *draft,
        TidyDraft(draft->service, TypedValues(*kept, draft->service, values), values), {}, {});
  }
  if (WasTooLarge(context)) {
    return DraftResponse(context, *draft, values, {}, {}, {views::FormError::kTooLargeAltogether});
  }
  if (context.request.query.Get("check") != "yes") {
    return DraftResponse(context, *draft, values, {},
                         CheckEligibility(draft->service, draft->permit, context.today()));
  }
  DraftReading reading = ReadDraft(context, *draft);
  return DraftResponse(context, *draft, values, reading.errors, reading.eligibility,
                       FormErrorsOf(reading));
}

Response SaveDraft(Context& context) {
  sql::Database& database = context.services.database;
  const std::uint64_t account = context.visitor->account_id;
  const std::string id(context.PathValue("id"));
  auto draft = sql::FindDraftOf(database, account, id);
  if (!draft) return AfterDraft(context, id);

  const std::string action =
      ReadSubmitAction(context.request, {"save", "check", "upload", "crop", kKeep, kRemove});
  const bool kept = action == kKeep || MovesFiles(context.request, action);
  const PreparedUploads uploads = PrepareUploads(context, draft->service);
  const auto crop = AskedCrop(context.request);
  const std::string fresh_id = context.services.random.Uuid();
  FieldErrors errors;
  Typed typed;
  bool refused = false;
  database.Transact([&](sql::Transaction& transaction) {
    errors = uploads.errors;
    draft = sql::LockDraftOf(transaction, account, id);
    if (!draft) return;
    typed = ReadTyped(context.request, *draft);
    refused = typed.forged || (!typed.errors.empty() && !kept);
    if (refused) return;
    sql::SaveDraft(transaction, account, id, typed.storable, context.now());
    if (typed.errors.empty()) sql::ForgetKeptForm(transaction, account, DraftPath(id));
    if (action.starts_with(kRemove)) RemoveFile(transaction, *draft, action.substr(kRemove.size()));
    draft = sql::FindDraftOf(transaction, account, id);
    const UploadPlace place = {account, id, draft->files, draft->photo};
    StoreUploads(transaction, place, uploads, errors, context.now());
    CropPhoto(transaction, place, uploads, crop, fresh_id, context.now());
    draft = sql::FindDraftOf(transaction, account, id);
  });
  if (!draft) return AfterDraft(context, id);

  if (refused) return DraftResponse(context, *draft, typed.values, typed.errors, {});
  if (action == kKeep) return Response{204, {}, {}};
  if (!typed.errors.empty()) {
    errors.insert(errors.begin(), typed.errors.begin(), typed.errors.end());
    return DraftResponse(context, *draft, typed.values, errors, {});
  }
  if (action == "check") {
    DraftReading reading = ReadDraft(context, *draft);
    errors.insert(errors.end(), reading.errors.begin(), reading.errors.end());
    if (errors.empty() && reading.may_be_sent()) return Response::SeeOther(CheckAnswersPath(id));
    return DraftResponse(context, *draft, typed.values, errors, reading.eligibility,
                         FormErrorsOf(reading));
  }
  if (!errors.empty()) return DraftResponse(context, *draft, typed.values, errors, {});
  if (action == "save") return Response::SeeOther(DraftPath(id) + "?saved=yes");
  return Response::SeeOther(DraftPath(id) + "#" + PlaceOnPage(uploads, action));
}

Response ShowDraftFile(Context& context) {
  if (context.PathValue("file") == kPhotoOriginal) {
    return PhotoOriginalResponse(context, std::string(context.PathValue("id")));
  }
  auto upload = sql::FindUploadOf(context.services.database, context.visitor->account_id,
                                  std::string(context.PathValue("file")));
  if (!upload) throw HttpError(404, "the account has no such file");
  return Response::File(std::move(upload->bytes), upload->mime, upload->name, true);
}

}  // namespace permit
