#include "handlers/form/saved_form.h"

#include <algorithm>
#include <vector>

#include "handlers/form/held_files.h"
#include "handlers/form/merge.h"
#include "handlers/form/submit_action.h"
#include "handlers/rules/required_documents.h"
#include "handlers/web/kept_files.h"
#include "handlers/web/kept_form.h"
#include "handlers/web/page_fields.h"
#include "sql/correction_store.h"
#include "sql/kept_form_store.h"

namespace permit {
namespace {

constexpr std::string_view kKeep = "keep";  // of a page that saves by itself
constexpr std::string_view kRemove = "remove:";
constexpr std::string_view kRestore = "restore:";

// What a request brings, read before the form is locked.
struct Submission {
  std::string action;
  PreparedUploads uploads;
  std::optional<PhotoCrop> crop;
  std::string draft_id;  // of a draft that has to be opened
  std::string photo_id;  // of a photo that is cut anew
};

std::string ReadAction(const Request& request, const SavedForm& form) {
  std::vector<std::string_view> words = {"save",   "stay", "next", "check",
                                         "upload", "crop", kKeep,  kRemove};
  if (form.restores_files) words.push_back(kRestore);
  return ReadSubmitAction(request, words);
}

Submission ReadSubmission(Context& context, const SavedForm& form) {
  CheckMergeFields(context.request.form);
  Random& random = context.services.random;
  return {ReadAction(context.request, form), PrepareUploads(context, form.service),
          AskedCrop(context.request), random.Uuid(), random.Uuid()};
}

// Whether files come, go or are cut.
bool MovesFiles(const Request& request, std::string_view action) {
  const bool sent = std::any_of(request.files.begin(), request.files.end(),
                                [](const FilePart& part) { return !part.content.empty(); });
  return sent || action == "upload" || action == "crop" ||
         action.find(':') != std::string_view::npos;
}

// A correction has a draft from its first save on.
void OpenDraft(sql::Transaction& transaction, HeldForm& held, const std::string& fresh_id,
               Instant now) {
  if (!held.draft_id.empty()) return;
  held.draft_id =
      sql::OpenCorrection(transaction, held.account_id, held.case_id.value(), fresh_id, now);
}

void StoreFields(sql::Transaction& transaction, const HeldForm& held, Instant now) {
  if (held.case_id) {
    sql::SaveCorrection(transaction, *held.case_id, held.values, held.reply, held.revision, now);
  } else {
    sql::SaveDraft(transaction, held.account_id, held.draft_id, held.values, held.registered,
                   held.revision, now);
  }
}

// Every save brings the sliders along, and the name of the photo that they lie on. Those of another
// photo move nothing, unless their own button was pressed.
std::optional<PhotoCrop> CropToTake(const Submission& sent, const Request& request,
                                    const HeldForm& held) {
  const bool of_this_photo = request.form.Get(kCropPhotoField) == NewPhotoIn(held.files);
  return of_this_photo || sent.action == "crop" ? sent.crop : std::nullopt;
}

std::vector<std::string> FieldsOf(const std::map<std::string, std::string>& conflicts) {
  std::vector<std::string> fields;
  fields.reserve(conflicts.size());
  for (const auto& [field, saved] : conflicts) fields.push_back(field);
  return fields;
}

void ChangeFiles(sql::Transaction& transaction, HeldForm& held, const Submission& sent,
                 const std::optional<PhotoCrop>& crop, FieldErrors& errors, Instant now) {
  const std::string& action = sent.action;
  if (action.starts_with(kRemove)) RemoveFile(transaction, held, action.substr(kRemove.size()));
  if (action.starts_with(kRestore)) RestoreFile(transaction, held, action.substr(kRestore.size()));
  StoreUploads(transaction, held, sent.uploads, errors, now);
  CropPhoto(transaction, held, sent.uploads, crop, sent.photo_id, now);
}

// What is kept of a late sender's files; the student sees after the login which are in the list.
std::vector<sql::NewKeptFile> LateFiles(const PreparedUploads& uploads, const HeldForm& held,
                                        std::uint64_t sender) {
  const sql::KeptFor form{held.case_id, held.case_id ? std::string() : held.draft_id};
  std::vector<sql::NewKeptFile> files;
  files.reserve(uploads.files.size());
  for (const PreparedUpload& upload : uploads.files) {
    if (upload.photo) continue;
    files.push_back({upload.id, sender, form, upload.slot, upload.name, upload.mime, upload.sha256,
                     upload.content, static_cast<unsigned>(files.size() + 1),
                     WriteFaults(upload.faults)});
  }
  return files;
}

void Append(FieldErrors& errors, const FieldErrors& more) {
  errors.insert(errors.end(), more.begin(), more.end());
}

// Of a section or of the whole form.
bool IsCheck(std::string_view action) { return action == "check" || action == "next"; }

std::string WithCheck(const std::string& page) {
  return page + (page.find('?') == std::string::npos ? "?" : "&") + "check=yes";
}

}  // namespace

FieldErrors SaveResult::errors() const {
  FieldErrors all = typed.errors;
  Append(all, file_errors);
  return all;
}

SaveResult SaveForm(Context& context, const SavedForm& form) {
  const Request& request = context.request;
  const Submission sent = ReadSubmission(context, form);
  const bool stores_what_it_can = sent.action == kKeep || MovesFiles(request, sent.action);
  const std::string slot = sent.action == "crop" ? std::string(kPhotoSlot) : sent.uploads.last_slot;
  return context.services.database.Transact([&](sql::Transaction& transaction) {
    SaveResult result = {.action = sent.action, .slot = slot};
    std::optional<HeldForm> held = form.lock(transaction);
    if (!held) return result;
    const SavesSince since(transaction, request.form, *held);
    MergedForm merged = Merge(ReadTyped(request.form, *held), request.form, *held, since);
    result.typed = std::move(merged.typed);
    result.conflicts = std::move(merged.conflicts);
    result.revision = held->revision;
    const FieldErrors forged = ForgedFields(request.form, *held);
    const bool well = result.typed.errors.empty();
    if (!forged.empty() || (!well && !stores_what_it_can)) {
      Append(result.typed.errors, forged);
      return result;
    }
    const HeldForm before = *held;
    TakeStorable(result.typed, FieldsOf(result.conflicts), *held);
    OpenDraft(transaction, *held, sent.draft_id, context.now());
    const std::vector<sql::DraftChange> changes = Revise(before, *held, request.form);
    result.revision = held->revision;
    StoreFields(transaction, *held, context.now());
    sql::WriteDraftChanges(transaction, held->draft_id, changes);
    if (well && result.conflicts.empty()) {
      sql::ForgetKeptForm(transaction, context.visitor->account_id, form.path);
    }
    result.file_errors = sent.uploads.errors;
    ChangeFiles(transaction, *held, sent, CropToTake(sent, request, *held), result.file_errors,
                context.now());
    result.stored = true;
    return result;
  });
}

bool ShowsCheck(const Context& context) { return context.request.query.Get("check") == "yes"; }

bool WillShowCheck(const Context& context) {
  return ShowsCheck(context) || IsCheck(context.request.form.Get("do"));
}

std::optional<Response> AfterSave(const Context& context, const SaveResult& saved,
                                  const std::string& path, const std::string& page) {
  if (saved.stored && saved.action == kKeep) {
    return Response{saved.conflicts.empty() ? 204 : 409, {}, {}};
  }
  if (IsCheck(saved.action) || !saved.errors().empty() || !saved.conflicts.empty())
    return std::nullopt;
  if (saved.action == "save") return Response::SeeOther(path + "?saved=yes");
  const std::string here = ShowsCheck(context) ? WithCheck(page) : page;
  return Response::SeeOther(saved.slot.empty() ? here : here + "#" + saved.slot);
}

Response KeepLateForm(Context& context, const SavedForm& form) {
  const PreparedUploads uploads = PrepareUploads(context, form.service);
  const bool kept = context.services.database.Transact([&](sql::Transaction& transaction) {
    const std::optional<HeldForm> held = form.lock(transaction);
    if (!held) return false;
    KeepForm(context, transaction, form.path);
    KeepFiles(context, transaction, LateFiles(uploads, *held, context.late_sender.value()));
    return true;
  });
  return kept ? LoginAfterKeeping(form.path) : LoginAfterEnd({});
}

}  // namespace permit
