#include "sql/photo_store.h"

#include "sql/queries.h"

namespace permit::sql {

std::optional<PhotoOriginal> PhotoOriginalIn(const Row& row) {
  if (row.IsNull("photo_width")) return std::nullopt;
  PhotoOriginal original;
  original.width = static_cast<unsigned>(row.Uint("photo_width"));
  original.height = static_cast<unsigned>(row.Uint("photo_height"));
  original.crop = {static_cast<int>(row.Int("crop_size")), static_cast<int>(row.Int("crop_x")),
                   static_cast<int>(row.Int("crop_y"))};
  return original;
}

std::optional<std::string> ReadPhotoOriginal(Executor& executor, std::uint64_t account_id,
                                             const std::string& draft_id) {
  auto row = executor.QueryOne(queries::kPhotoOriginalOfAccount, {draft_id, account_id});
  if (!row) return std::nullopt;
  return row->Text("content");
}

void SavePhotoOriginal(Transaction& transaction, const std::string& draft_id,
                       std::string_view content, const PhotoOriginal& original) {
  transaction.Execute(queries::kPhotoOriginalSave,
                      {draft_id, Blob{content}, static_cast<std::uint64_t>(original.width),
                       static_cast<std::uint64_t>(original.height), original.crop.size,
                       original.crop.x, original.crop.y});
}

void SavePhotoCrop(Transaction& transaction, const std::string& draft_id, const PhotoCrop& crop) {
  transaction.Execute(queries::kPhotoCropSave, {crop.size, crop.x, crop.y, draft_id});
}

void ForgetPhotoOriginal(Transaction& transaction, const std::string& draft_id) {
  transaction.Execute(queries::kPhotoOriginalForget, {draft_id});
}

}  // namespace permit::sql
