// A JPEG: its structure, its pixels, and the photo that is made of it.
#include "handlers/rules/file_kind.h"
#include "tests/fuzz/pictures.h"

namespace permit::fuzz {

void Try(std::string_view input) {
  const FileReading reading = ReadFileKind(input);
  if (std::uint64_t{reading.width} * reading.height > kMostPixels) return;
  RequireOneVerdict(input, DecodeJpeg);
  if (DecodeJpeg(input, kNothing).problem) return;
  const Decoded whole = DecodeJpeg(input, kWhole);
  RequireEncodes(whole.picture);
  if (reading.problem) return;
  Require(reading.kind == FileKind::kJpeg, "what decodes as a JPEG is one");
  // The budget of a request is spent by the header that was read.
  Require(reading.width == whole.picture.width && reading.height == whole.picture.height,
          "a picture is as large as its header says");
  TryPhoto(input, reading);
}

}  // namespace permit::fuzz
