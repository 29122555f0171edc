#include <algorithm>

#include "handlers/correction/correction.h"
#include "handlers/correction/pending_correction.h"
#include "handlers/form/submit_action.h"
#include "handlers/form/typed_form.h"
#include "handlers/form/uploads.h"
#include "handlers/rules/required_documents.h"
#include "handlers/rules/text.h"
#include "handlers/web/own_case.h"
#include "handlers/web/paths.h"
#include "sql/kept_form_store.h"
#include "sql/upload_store.h"

namespace permit {
namespace {

constexpr std::string_view kRemove = "remove:";
constexpr std::string_view kRestore = "restore:";
constexpr std::size_t kReplyLength = 1000;

// With documents alone asked for, what a request says of fields is not heard, see ForgedIn.
void TakeFields(const Context& context, PendingCorrection& correction) {
  const Params& form = context.request.form;
  TakeTyped(form, correction);
}

// What a page that saves by itself cannot store stays as it was.
void KeepWhatCan(PendingCorrection& correction, const PendingCorrection& before,
                 const FieldErrors& errors) {
  if (FindError(errors, "reply")) correction.reply = before.reply;
  TakeBack(correction.values, errors, before.values);
}

FieldErrors CheckTyped(const PendingCorrection& correction) {
  FieldErrors errors;
  if (!correction.documents_only()) errors = CheckDraft(correction.of.service, correction.values);
  if (auto problem = CheckText(correction.reply, kReplyLength, true)) {
    errors.push_back({"reply", *problem, static_cast<long>(kReplyLength), {}});
  }
  return errors;
}

FieldErrors ForgedIn(const Context& context, const PendingCorrection& correction) {
  const Fixed fixed = correction.documents_only() ? Fixed::kEveryField : Fixed::kReadOnlyFields;
  return ForgedFields(context.request, correction.of.service, correction.of.form, fixed);
}

// The photo that is kept after all takes the place of the new one.
void RestoreFile(sql::Transaction& transaction, const PendingCorrection& correction,
                 const std::string& draft_id, const std::string& action) {
  const std::string id = action.substr(kRestore.size());
  sql::RestoreCaseFile(transaction, correction.of.id, id);
  const auto is_photo = [&](const sql::CorrectionFile& file) {
    return file.id == id && file.slot == kPhotoSlot;
  };
  if (std::none_of(correction.files.begin(), correction.files.end(), is_photo)) return;
  sql::DeleteUploadsOfSlot(transaction, draft_id, std::string(kPhotoSlot));
  sql::ForgetPhotoOriginal(transaction, draft_id);
}

// Takes away or keeps the file that the button names: a new one is deleted, one of the case marked.
void ChangeFile(sql::Transaction& transaction, const PendingCorrection& correction,
                const std::string& draft_id, const std::string& action) {
  const std::uint64_t case_id = correction.of.id;
  if (action.starts_with(kRemove)) {
    const std::string id = action.substr(kRemove.size());
    if (sql::DeleteUpload(transaction, correction.of.account_id, draft_id, id)) {
      sql::ForgetPhotoOriginal(transaction, draft_id);
    } else {
      sql::RemoveCaseFile(transaction, case_id, id);
    }
  }
  if (action.starts_with(kRestore)) RestoreFile(transaction, correction, draft_id, action);
}

struct NewFiles {
  PreparedUploads uploads;
  std::optional<PhotoCrop> crop;
  std::string fresh_id;  // for a photo that is cut anew
};

void StoreFiles(sql::Transaction& transaction, const PendingCorrection& correction,
                const std::string& draft_id, const NewFiles& fresh, FieldErrors& errors,
                Instant now) {
  for (const PreparedUpload& upload : fresh.uploads.files) {
    if (upload.slot != kPhotoSlot) continue;
    sql::RemoveCaseFilesOfSlot(transaction, correction.of.id, upload.slot);
    break;
  }
  PendingCorrection present = correction;
  present.files = sql::CorrectionFiles(transaction, correction.of.id);
  const UploadPlace place = {correction.of.account_id, draft_id, present.standing_files(),
                             correction.photo};
  StoreUploads(transaction, place, fresh.uploads, errors, now);
  CropPhoto(transaction, place, fresh.uploads, fresh.crop, fresh.fresh_id, now);
}

struct Saved {
  std::optional<PendingCorrection> correction;  // nullopt: the case is no longer returned
  FieldErrors errors;
};

Saved Save(Context& context, const NewFiles& fresh, const std::string& action) {
  const std::string fresh_id = context.services.random.Uuid();
  return context.services.database.Transact([&](sql::Transaction& transaction) {
    Saved saved;
    auto found = LockReturned(transaction, context.visitor->account_id,
                              std::string(context.PathValue("receipt")));
    if (!found) return saved;
    PendingCorrection correction = ReadPendingCorrection(transaction, *found);
    const PendingCorrection before = correction;
    TakeFields(context, correction);
    const FieldErrors in_form = CheckTyped(correction);
    FieldErrors forged = ForgedIn(context, correction);
    const bool kept = action == kKeep || MovesFiles(context.request, action);
    if (!forged.empty() || (!in_form.empty() && !kept)) {
      saved.errors = in_form;
      saved.errors.insert(saved.errors.end(), forged.begin(), forged.end());
      saved.correction = std::move(correction);
      return saved;
    }
    const PendingCorrection typed = correction;
    KeepWhatCan(correction, before, in_form);
    const std::string draft = sql::OpenCorrection(transaction, found->id, fresh_id, context.now());
    sql::SaveCorrection(transaction, found->id, correction.values, correction.reply, context.now());
    if (in_form.empty()) {
      sql::ForgetKeptForm(transaction, found->account_id,
                          CorrectionFormPath(found->receipt_number));
    }
    ChangeFile(transaction, correction, draft, action);
    saved.errors = fresh.uploads.errors;
    StoreFiles(transaction, correction, draft, fresh, saved.errors, context.now());
    saved.correction = ReadPendingCorrection(transaction, *std::move(found));
    if (action == kKeep || in_form.empty()) return saved;
    saved.correction->values = typed.values;
    saved.correction->reply = typed.reply;
    saved.errors.insert(saved.errors.begin(), in_form.begin(), in_form.end());
    return saved;
  });
}

}  // namespace

void TakeTyped(const Params& form, PendingCorrection& correction) {
  if (form.Has("reply")) correction.reply = TidyLines(form.Get("reply"));
  if (correction.documents_only()) return;
  const Service service = correction.of.service;
  correction.values =
      TidyDraft(service, TypedValues(form, service, correction.values), correction.of.form);
}

Response SaveCorrectionForm(Context& context) {
  const std::string receipt{context.PathValue("receipt")};
  const sql::Case found = FindOwnCase(context);
  if (!IsReturned(found.state)) return AfterCorrection(context);

  const std::string action = ReadSubmitAction(
      context.request, {"check", "save", "upload", "crop", kKeep, kRemove, kRestore});
  const NewFiles fresh = {PrepareUploads(context, found.service), AskedCrop(context.request),
                          context.services.random.Uuid()};
  Saved saved = Save(context, fresh, action);
  if (!saved.correction) return AfterCorrection(context);
  std::vector<views::FormError> form_errors;
  if (saved.errors.empty() && action == "check") {
    saved.errors = FindCorrectionErrors(context, *saved.correction);
    form_errors = FormErrorsOf(*saved.correction);
  }
  if (!saved.errors.empty() || !form_errors.empty()) {
    return CorrectionFormResponse(context, *saved.correction, saved.errors, std::move(form_errors));
  }
  if (action == kKeep) return Response{204, {}, {}};
  if (action == "check") return Response::SeeOther(CorrectionCheckPath(receipt));
  const std::string form = CorrectionFormPath(receipt);
  if (action == "save") return Response::SeeOther(form + "?saved=yes");
  const std::string place = action == "crop" ? std::string(kPhotoSlot) : fresh.uploads.last_slot;
  return Response::SeeOther(place.empty() ? form : form + "#" + place);
}

}  // namespace permit
