// A HEIC picture: its boxes, its pixels, and the photo that is made of it.
#include "handlers/rules/file_kind.h"
#include "tests/fuzz/pictures.h"

namespace permit::fuzz {

void Try(std::string_view input) {
  const FileReading reading = ReadFileKind(input);
  if (reading.kind != FileKind::kHeic) return;
  if (!reading.problem) Require(reading.width > 0 && reading.height > 0, "a whole file has a size");
  if (reading.problem || std::uint64_t{reading.width} * reading.height > kMostPixels) return;
  const FileReading longer = ReadFileKind(std::string(input) + "behind the end");
  Require(longer.problem || longer.width == reading.width, "what stands behind it does not count");
  RequireOneVerdict(input, DecodeHeic);
  TryPhoto(input, reading);
}

}  // namespace permit::fuzz
