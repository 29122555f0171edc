// A student's photo as it may be stored: upright, cut to 413:531, small enough.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "handlers/form/file_budget.h"
#include "handlers/rules/field_error.h"
#include "handlers/rules/file_fault.h"
#include "handlers/rules/file_kind.h"
#include "handlers/rules/photo_crop.h"

namespace permit {

// What was cut out of a picture: a JPEG below 512 KiB of 413 × 531 pixels to twice that, and what
// is wrong with it.
struct CutPhoto {
  std::string made;
  FileFaults faults;
};

struct Photo {
  std::optional<Problem> problem;
  std::string made;      // the photo, as in CutPhoto
  std::string original;  // what it was cut from, for another cut: a JPEG, upright
  unsigned width = 0;    // of the original, in pixels; of what came, when it is refused
  unsigned height = 0;
  FileFaults faults;  // of what was made
};

// From a JPEG, PNG or HEIC as it came, lying or standing, and what ReadFileKind says of it; nothing
// that a camera writes into a file is kept. What is refused: another kind of file, a damaged one,
// one below 413 × 531 once it is upright, above kMaxPhotoBytes, or of so many pixels that it can
// only be meant to do harm. It is made in a limited process, within the budget.
Photo MakePhoto(std::string_view bytes, FileReading reading, const PhotoCrop& crop,
                FileBudget& budget);

// Another cut of an original that MakePhoto gave, made in a limited process as well.
CutPhoto CropAnew(std::string_view original, const PhotoCrop& crop);

}  // namespace permit
