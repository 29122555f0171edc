// The documents that go with an application: one slot a kind of document.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/case_state.h"
#include "handlers/rules/field_error.h"

namespace permit {

enum class DocumentNeed {
  kRequired,
  kAdvisedUnlessResuming,  // a missing one is warned of, but not for a student who resumes study
  kOptional,
};

struct DocumentSlot {
  std::string_view code;   // as stored and as the field's name: "single-permit" …
  std::string_view label;  // English msgid
  DocumentNeed need = DocumentNeed::kRequired;
};

inline constexpr std::string_view kPhotoSlot = "photo";  // a slot of its own, one file
inline constexpr std::size_t kMaxFilesPerSlot = 5;
inline constexpr std::size_t kMaxFileBytes = 512 * 1024;  // what is kept of a file stays below
inline constexpr std::size_t kMaxUploadBytes = 20 * 1024 * 1024;  // as it comes
inline constexpr std::size_t kMaxPhotoBytes = kMaxUploadBytes;
inline constexpr unsigned kPhotoMinWidth = 413;   // 35 mm at 300 dpi
inline constexpr unsigned kPhotoMinHeight = 531;  // 45 mm at 300 dpi

constexpr bool IsLargeEnoughForPhoto(unsigned width, unsigned height) {
  return width >= kPhotoMinWidth && height >= kPhotoMinHeight;
}

// The limit that a sentence about the problem names: in MiB as a file comes, in KiB as it is kept.
constexpr long SizeLimit(Problem problem) {
  if (problem == Problem::kFileTooLarge) return kMaxUploadBytes / (1024 * 1024);
  if (problem == Problem::kFileNotReduced) return kMaxFileBytes / 1024;
  if (problem == Problem::kPhotoTooLarge) return kMaxPhotoBytes / (1024 * 1024);
  return 0;
}

std::span<const DocumentSlot> DocumentSlots(Service service);  // in their order on the page
const DocumentSlot* FindDocumentSlot(Service service, std::string_view code);
bool IsUploadSlot(Service service, std::string_view code);  // a document slot or the photo

// How many files each slot holds; slots left out hold none.
struct SlotCount {
  std::string slot;
  std::size_t files = 0;
};
struct DocumentsReading {
  FieldErrors errors;    // must be mended before sending
  FieldErrors warnings;  // kFileAdvised: may be sent all the same
};
DocumentsReading CheckDocuments(Service service, std::span<const SlotCount> counts,
                                bool resumes_study);

}  // namespace permit
