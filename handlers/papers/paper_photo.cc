#include "handlers/papers/paper_photo.h"

#include "handlers/form/picture.h"
#include "handlers/rules/file_kind.h"
#include "handlers/rules/required_documents.h"
#include "views/pdf/paper.h"

namespace permit {
namespace {

constexpr std::size_t kLightBytes = 32 * 1024;
constexpr Extent kPixels300Dpi = {kPhotoMinWidth, kPhotoMinHeight};

std::string DrawAnew(const std::string& stored) {
  const Decoded decoded = DecodeJpeg(stored, kPixels300Dpi);
  if (decoded.problem) throw views::PaperError("a photograph that cannot be read");
  const Picture& picture = decoded.picture;
  const Picture small = Shrink(picture, {0, 0, picture.width, picture.height},
                               Covering({picture.width, picture.height}, kPixels300Dpi));
  for (const std::size_t limit : {kLightBytes, kMaxFileBytes}) {
    if (auto made = EncodeJpegBelow(small, limit)) return *std::move(made);
  }
  throw views::PaperError("a photograph that cannot be made small");
}

}  // namespace

views::Photo PaperPhoto(const std::string& stored) {
  FileReading reading = ReadFileKind(stored);
  if (reading.problem || reading.kind != FileKind::kJpeg) {
    throw views::PaperError("a photograph that is no JPEG");
  }
  if (stored.size() <= kLightBytes) {
    return {stored, static_cast<int>(reading.width), static_cast<int>(reading.height)};
  }
  std::string made = DrawAnew(stored);
  reading = ReadFileKind(made);
  return {std::move(made), static_cast<int>(reading.width), static_cast<int>(reading.height)};
}

}  // namespace permit
