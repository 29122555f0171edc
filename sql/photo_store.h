// What the photo of a draft was cut from: one row a draft, gone with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "handlers/rules/photo_crop.h"
#include "sql/database.h"

namespace permit::sql {

struct PhotoOriginal {
  unsigned width = 0;
  unsigned height = 0;
  PhotoCrop crop;  // the one that the photo shows
};
// Of a row that joins the draft's original as photo_width, photo_height, crop_size, crop_x and
// crop_y, all NULL if none is there.
std::optional<PhotoOriginal> PhotoOriginalIn(const Row& row);
// nullopt: the account has no such draft, or the draft no original.
std::optional<std::string> ReadPhotoOriginal(Executor& executor, std::uint64_t account_id,
                                             const std::string& draft_id);

// In place of the one before.
void SavePhotoOriginal(Transaction& transaction, const std::string& draft_id,
                       std::string_view content, const PhotoOriginal& original);
void SavePhotoCrop(Transaction& transaction, const std::string& draft_id, const PhotoCrop& crop);
// When the draft has no photo any more.
void ForgetPhotoOriginal(Transaction& transaction, const std::string& draft_id);

}  // namespace permit::sql
