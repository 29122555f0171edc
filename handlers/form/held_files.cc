#include "handlers/form/held_files.h"

#include <algorithm>

#include "handlers/rules/required_documents.h"
#include "sql/correction_store.h"
#include "sql/scan_store.h"
#include "sql/upload_store.h"

namespace permit {
namespace {

bool IsPhoto(std::string_view slot) { return slot == kPhotoSlot; }

auto FindFile(HeldForm& held, const std::string& id) {
  return std::find_if(held.files.begin(), held.files.end(),
                      [&](const sql::DraftFile& file) { return file.id == id; });
}

void ForgetPhoto(sql::Transaction& transaction, HeldForm& held) {
  sql::ForgetPhotoOriginal(transaction, held.draft_id);
  held.photo.reset();
}

void DeleteNewPhoto(sql::Transaction& transaction, HeldForm& held) {
  const auto erased = std::erase_if(
      held.files, [](const sql::DraftFile& file) { return IsPhoto(file.slot) && !file.sent; });
  if (erased == 0) return;
  sql::DeleteUploadsOfSlot(transaction, held.draft_id, std::string(kPhotoSlot));
}

void RemovePhotoOfCase(sql::Transaction& transaction, HeldForm& held) {
  for (sql::DraftFile& file : held.files) {
    if (!IsPhoto(file.slot) || !file.sent || file.removed) continue;
    sql::RemoveCaseFile(transaction, held.case_id.value(), file.id);
    file.removed = true;
  }
}

void Insert(sql::Transaction& transaction, HeldForm& held, const PreparedUpload& upload,
            unsigned position, Instant now) {
  sql::InsertUpload(
      transaction,
      {upload.id, held.account_id, held.draft_id, upload.slot, upload.name, upload.mime,
       upload.sha256, upload.content, position, WriteFaults(upload.faults)},
      now);
  held.files.push_back(
      {upload.id, upload.slot, upload.name, upload.mime, upload.content.size(), upload.sha256});
  held.files.back().faults = upload.faults;
  if (upload.awaits_scan) {
    sql::AwaitScan(transaction, upload.id, now);
    held.files.back().scan = ScanState::kWaiting;
  }
  if (!upload.photo) return;
  held.photo = {upload.photo->width, upload.photo->height, {}};
  sql::SavePhotoOriginal(transaction, held.draft_id, upload.photo->original, *held.photo);
}

}  // namespace

void StoreUploads(sql::Transaction& transaction, HeldForm& held, const PreparedUploads& uploads,
                  FieldErrors& errors, Instant now) {
  unsigned position = 0;
  for (const PreparedUpload& upload : uploads.files) {
    ++position;
    auto in_slot = [&](const sql::DraftFile& file) {
      return file.slot == upload.slot && !file.removed;
    };
    auto same = [&](const sql::DraftFile& file) {
      return in_slot(file) && file.sha256 == upload.sha256;
    };
    auto held_in_slot = [&] {
      return std::count_if(held.files.begin(), held.files.end(), in_slot);
    };
    if (upload.photo) RemovePhotoOfCase(transaction, held);
    if (std::any_of(held.files.begin(), held.files.end(), same)) continue;
    if (upload.photo) DeleteNewPhoto(transaction, held);
    if (static_cast<std::size_t>(held_in_slot()) >= kMaxFilesPerSlot) {
      errors.push_back(OneTooMany(upload.slot, upload.name));
      continue;
    }
    Insert(transaction, held, upload, position, now);
  }
}

void RemoveFile(sql::Transaction& transaction, HeldForm& held, const std::string& id) {
  const auto file = FindFile(held, id);
  if (file == held.files.end()) return;
  if (file->sent) {
    sql::RemoveCaseFile(transaction, held.case_id.value(), id);
    file->removed = true;
    return;
  }
  const bool photo = IsPhoto(file->slot);
  sql::DeleteUpload(transaction, held.account_id, held.draft_id, id);
  held.files.erase(file);
  if (photo) ForgetPhoto(transaction, held);
}

void RestoreFile(sql::Transaction& transaction, HeldForm& held, const std::string& id) {
  const auto file = FindFile(held, id);
  if (file == held.files.end() || !file->removed) return;
  sql::RestoreCaseFile(transaction, held.case_id.value(), id);
  file->removed = false;
  if (!IsPhoto(file->slot)) return;
  DeleteNewPhoto(transaction, held);
  ForgetPhoto(transaction, held);
}

std::string NewPhotoIn(const std::vector<sql::DraftFile>& files) {
  const auto photo = std::find_if(files.begin(), files.end(), [](const sql::DraftFile& file) {
    return IsPhoto(file.slot) && !file.sent;
  });
  return photo == files.end() ? std::string() : photo->id;
}

std::string PhotoOriginalOf(const std::string& path, const std::vector<sql::DraftFile>& files) {
  return path + "?photo=" + NewPhotoIn(files);
}

void CropPhoto(sql::Transaction& transaction, HeldForm& held, const PreparedUploads& uploads,
               const std::optional<PhotoCrop>& crop, const std::string& fresh_id, Instant now) {
  if (!crop || !held.photo || held.photo->crop == *crop) return;
  if (std::any_of(uploads.files.begin(), uploads.files.end(),
                  [](const PreparedUpload& upload) { return upload.photo.has_value(); })) {
    return;
  }
  const auto photo =
      std::find_if(held.files.begin(), held.files.end(),
                   [](const sql::DraftFile& file) { return IsPhoto(file.slot) && !file.sent; });
  if (photo == held.files.end()) return;
  auto original = sql::ReadPhotoOriginal(transaction, held.account_id, held.draft_id);
  const auto [made, faults] = CropAnew(original.value(), *crop);
  sql::SavePhotoCrop(transaction, held.draft_id, *crop);
  sql::DeleteUploadsOfSlot(transaction, held.draft_id, photo->slot);
  photo->id = fresh_id;
  photo->size = made.size();
  photo->sha256 = HexEncode(Sha256(made));
  photo->faults = faults;
  held.photo->crop = *crop;
  sql::InsertUpload(transaction,
                    {photo->id, held.account_id, held.draft_id, photo->slot, photo->name,
                     photo->mime, photo->sha256, made, 0, WriteFaults(faults)},
                    now);
}

}  // namespace permit
