#include "handlers/form/document.h"

#include <cstdint>

#include "handlers/form/pdf_inspection.h"
#include "handlers/form/picture.h"

namespace permit {
namespace {

constexpr std::uint64_t kMostBmpPixels = 60'000'000;  // a compressed one may say any number
constexpr Extent kThumbnail = {1, 1};                 // decoded to be sure, not to be seen

}  // namespace

std::optional<Problem> OpenDocument(std::string_view bytes, const FileReading& reading) {
  if (auto problem = CheckDocument(reading, bytes.size())) return problem;
  switch (reading.kind) {
    case FileKind::kJpeg:
      return DecodeJpeg(bytes, kThumbnail).problem;
    case FileKind::kPng:
      return DecodePng(bytes, kThumbnail).problem;
    case FileKind::kBmp:
      if (std::uint64_t{reading.width} * reading.height <= kMostBmpPixels) return std::nullopt;
      return Problem::kTooManyPixels;
    case FileKind::kPdf:
      return InspectPdf(bytes);
  }
  return std::nullopt;
}

}  // namespace permit
