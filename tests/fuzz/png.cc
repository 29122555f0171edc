// A PNG, as it came and with the checksums of its chunks made right.
#include <png.h>
#include <zlib.h>

#include "handlers/rules/file_kind.h"
#include "tests/fuzz/pictures.h"

namespace permit::fuzz {
namespace {

constexpr std::size_t kSignature = 8;
constexpr std::size_t kDepthAt = 24;
constexpr std::size_t kColourTypeAt = 25;

std::size_t Big32(std::string_view bytes, std::size_t at) {
  std::size_t value = 0;
  for (unsigned char byte : bytes.substr(at, 4)) value = value << 8 | byte;
  return value;
}

std::string WithChecksums(std::string bytes) {
  std::size_t at = kSignature;
  while (at + 12 <= bytes.size()) {
    const std::size_t length = Big32(bytes, at);
    if (length > bytes.size() - at - 12) break;
    const auto* typed = reinterpret_cast<const Bytef*>(&bytes[at + 4]);
    const auto sum = crc32(0, typed, static_cast<uInt>(length + 4));
    for (int i = 0; i < 4; ++i) {
      bytes[at + 8 + length + static_cast<std::size_t>(i)] = static_cast<char>(sum >> (24 - 8 * i));
    }
    at += 12 + length;
  }
  return bytes;
}

// Of up to eight bits, without transparency and without colours of its own making, which libpng's
// two interfaces turn into RGB in ways of their own.
bool IsPlain(std::string_view bytes) {
  for (std::string_view chunk : {"tRNS", "gAMA", "cHRM", "iCCP", "sRGB", "sBIT", "bKGD"}) {
    if (bytes.find(chunk) != std::string_view::npos) return false;
  }
  return bytes[kDepthAt] <= 8 && (bytes[kColourTypeAt] & PNG_COLOR_MASK_ALPHA) == 0;
}

// libpng's simplified interface reads the whole by itself.
void RequireSamePixels(std::string_view bytes, const Picture& picture) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return;
  image.format = PNG_FORMAT_RGB;
  std::vector<unsigned char> pixels(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr) == 0) return;
  Require(image.width == picture.width && image.height == picture.height,
          "libpng sees the same extent");
  Require(pixels == picture.pixels, "and the same pixels");
}

void TryFile(std::string_view bytes) {
  const FileReading reading = ReadFileKind(bytes);
  if (std::uint64_t{reading.width} * reading.height > kMostPixels) return;
  RequireOneVerdict(bytes, DecodePng);
  if (reading.problem || DecodePng(bytes, kNothing).problem) return;
  const Decoded whole = DecodePng(bytes, kWhole);
  Require(reading.kind == FileKind::kPng, "what decodes as a PNG is one");
  Require(reading.width == whole.picture.width && reading.height == whole.picture.height,
          "a picture is as large as its header says");
  Require(UnpackedSize(bytes, reading) > 0, "and costs something");
  if (IsPlain(bytes)) RequireSamePixels(bytes, whole.picture);
  TryPhoto(bytes, reading);
}

}  // namespace

void Try(std::string_view input) {
  TryFile(input);
  const std::string mended = WithChecksums(std::string(input));
  if (mended != input) TryFile(mended);
}

}  // namespace permit::fuzz
