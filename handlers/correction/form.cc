#include <algorithm>

#include "handlers/correction/answer.h"
#include "handlers/correction/correction.h"
#include "handlers/form/submit_action.h"
#include "handlers/form/typed_form.h"
#include "handlers/form/uploads.h"
#include "handlers/rules/required_documents.h"
#include "handlers/rules/text.h"
#include "handlers/web/paths.h"
#include "sql/kept_form_store.h"
#include "sql/upload_store.h"

namespace permit {
namespace {

constexpr std::string_view kRemove = "remove:";
constexpr std::string_view kRestore = "restore:";
constexpr std::size_t kReplyLength = 1000;

// With documents alone asked for, what a request says of fields is not heard, see ForgedIn.
void TakeFields(const Context& context, Answer& answer) {
  const Params& form = context.request.form;
  TakeTyped(form, answer);
}

// What a page that saves by itself cannot store stays as it was.
void KeepWhatCan(Answer& answer, const Answer& before, const FieldErrors& errors) {
  if (FindError(errors, "reply")) answer.reply = before.reply;
  TakeBack(answer.values, errors, before.values);
}

FieldErrors CheckTyped(const Answer& answer) {
  FieldErrors errors;
  if (!answer.documents_only()) errors = CheckDraft(answer.of.service, answer.values);
  if (auto problem = CheckText(answer.reply, kReplyLength, true)) {
    errors.push_back({"reply", *problem, static_cast<long>(kReplyLength), {}});
  }
  return errors;
}

FieldErrors ForgedIn(const Context& context, const Answer& answer) {
  const Fixed fixed = answer.documents_only() ? Fixed::kEveryField : Fixed::kReadOnlyFields;
  return ForgedFields(context.request, answer.of.service, answer.of.form, fixed);
}

// The photo that is kept after all takes the place of the new one.
void RestoreFile(sql::Transaction& transaction, const Answer& answer, const std::string& draft_id,
                 const std::string& deed) {
  const std::string id = deed.substr(kRestore.size());
  sql::RestoreCaseFile(transaction, answer.of.id, id);
  const auto is_photo = [&](const sql::CorrectionFile& file) {
    return file.id == id && file.slot == kPhotoSlot;
  };
  if (std::none_of(answer.files.begin(), answer.files.end(), is_photo)) return;
  sql::DeleteUploadsOfSlot(transaction, draft_id, std::string(kPhotoSlot));
  sql::ForgetPhotoOriginal(transaction, draft_id);
}

// Takes away or keeps the file that the button names: a new one is deleted, one of the case marked.
void ChangeFile(sql::Transaction& transaction, const Answer& answer, const std::string& draft_id,
                const std::string& deed) {
  const std::uint64_t case_id = answer.of.id;
  if (deed.starts_with(kRemove)) {
    const std::string id = deed.substr(kRemove.size());
    if (sql::DeleteUpload(transaction, answer.of.account_id, draft_id, id)) {
      sql::ForgetPhotoOriginal(transaction, draft_id);
    } else {
      sql::RemoveCaseFile(transaction, case_id, id);
    }
  }
  if (deed.starts_with(kRestore)) RestoreFile(transaction, answer, draft_id, deed);
}

struct NewFiles {
  PreparedUploads uploads;
  std::optional<PhotoCrop> crop;
  std::string fresh_id;  // for a photo that is cut anew
};

void StoreFiles(sql::Transaction& transaction, const Answer& answer, const std::string& draft_id,
                const NewFiles& fresh, FieldErrors& errors, Instant now) {
  for (const PreparedUpload& upload : fresh.uploads.files) {
    if (upload.slot != kPhotoSlot) continue;
    sql::RemoveCaseFilesOfSlot(transaction, answer.of.id, upload.slot);
    break;
  }
  Answer present = answer;
  present.files = sql::CorrectionFiles(transaction, answer.of.id);
  const UploadPlace place = {answer.of.account_id, draft_id, present.standing_files(),
                             answer.photo};
  StoreUploads(transaction, place, fresh.uploads, errors, now);
  CropPhoto(transaction, place, fresh.uploads, fresh.crop, fresh.fresh_id, now);
}

struct Saved {
  std::optional<Answer> answer;  // nullopt: the case is no longer returned
  FieldErrors errors;
};

Saved Save(Context& context, const NewFiles& fresh, const std::string& deed) {
  const std::string fresh_id = context.services.random.Uuid();
  return context.services.database.Transact([&](sql::Transaction& transaction) {
    Saved saved;
    auto found = LockReturned(transaction, context.visitor->account_id,
                              std::string(context.PathValue("receipt")));
    if (!found) return saved;
    Answer answer = ReadAnswer(transaction, *found);
    const Answer before = answer;
    TakeFields(context, answer);
    const FieldErrors in_form = CheckTyped(answer);
    FieldErrors forged = ForgedIn(context, answer);
    const bool kept = deed == kKeep || MovesFiles(context.request, deed);
    if (!forged.empty() || (!in_form.empty() && !kept)) {
      saved.errors = in_form;
      saved.errors.insert(saved.errors.end(), forged.begin(), forged.end());
      saved.answer = std::move(answer);
      return saved;
    }
    const Answer typed = answer;
    KeepWhatCan(answer, before, in_form);
    const std::string draft = sql::OpenCorrection(transaction, found->id, fresh_id, context.now());
    sql::SaveCorrection(transaction, found->id, answer.values, answer.reply, context.now());
    if (in_form.empty()) {
      sql::ForgetKeptForm(transaction, found->account_id,
                          CorrectionFormPath(found->receipt_number));
    }
    ChangeFile(transaction, answer, draft, deed);
    saved.errors = fresh.uploads.errors;
    StoreFiles(transaction, answer, draft, fresh, saved.errors, context.now());
    saved.answer = ReadAnswer(transaction, *std::move(found));
    if (deed == kKeep || in_form.empty()) return saved;
    saved.answer->values = typed.values;
    saved.answer->reply = typed.reply;
    saved.errors.insert(saved.errors.begin(), in_form.begin(), in_form.end());
    return saved;
  });
}

}  // namespace

void TakeTyped(const Params& form, Answer& answer) {
  if (form.Has("reply")) answer.reply = TidyLines(form.Get("reply"));
  if (answer.documents_only()) return;
  const Service service = answer.of.service;
  answer.values = TidyDraft(service, TypedValues(form, service, answer.values), answer.of.form);
}

Response SaveCorrectionForm(Context& context) {
  const std::string receipt{context.PathValue("receipt")};
  auto found = sql::FindCaseOf(context.services.database, context.visitor->account_id, receipt);
  if (!found) throw HttpError(404, "the account has no such case");
  if (!IsReturned(found->state)) return AfterAnswer(context);

  const std::string deed =
      DeedOf(context.request, {"check", "save", "upload", "crop", kKeep, kRemove, kRestore});
  const NewFiles fresh = {PrepareUploads(context, found->service), AskedCrop(context.request),
                          context.services.random.Uuid()};
  Saved saved = Save(context, fresh, deed);
  if (!saved.answer) return AfterAnswer(context);
  std::vector<views::FormTrouble> troubles;
  if (saved.errors.empty() && deed == "check") {
    saved.errors = CheckAnswer(context, *saved.answer);
    troubles = TroublesOf(*saved.answer);
  }
  if (!saved.errors.empty() || !troubles.empty()) {
    return AnswerResponse(context, *saved.answer, saved.errors, std::move(troubles));
  }
  if (deed == kKeep) return Response{204, {}, {}};
  if (deed == "check") return Response::SeeOther(CorrectionCheckPath(receipt));
  const std::string form = CorrectionFormPath(receipt);
  if (deed == "save") return Response::SeeOther(form + "?saved=yes");
  const std::string place = deed == "crop" ? std::string(kPhotoSlot) : fresh.uploads.last_slot;
  return Response::SeeOther(place.empty() ? form : form + "#" + place);
}

}  // namespace permit
