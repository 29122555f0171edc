// What is required of every picture that was decoded, of whichever format.
#pragma once

#include "handlers/form/photo.h"
#include "handlers/form/picture.h"
#include "handlers/rules/required_documents.h"
#include "tests/fuzz/property.h"

namespace permit::fuzz {

// More would only take longer.
inline constexpr std::uint64_t kMostPixels = 1 << 22;
inline constexpr Extent kWhole = {~0u, ~0u};

inline void RequirePicture(const Picture& picture) {
  Require(picture.width > 0 && picture.height > 0, "a picture has pixels");
  Require(picture.pixels.size() == std::size_t{picture.width} * picture.height * 3,
          "as many as its extent says");
}

inline bool Covers(const Picture& picture, Extent enough) {
  return picture.width >= enough.width && picture.height >= enough.height;
}

// Decoded whole, shrunk, and to nothing: all three say the same of the file.
inline void RequireOneVerdict(std::string_view bytes, Decoded (*decode)(std::string_view, Extent)) {
  constexpr Extent kEnough = {5, 7};
  const Decoded nothing = decode(bytes, kNothing);
  Require(nothing.picture.pixels.empty(), "asked for nothing it gives nothing");
  const Decoded shrunk = decode(bytes, kEnough);
  Require(shrunk.problem == nothing.problem, "what is shown does not change the verdict");
  if (nothing.problem) return;
  const Decoded whole = decode(bytes, kWhole);
  Require(!whole.problem, "nor does its size");
  RequirePicture(whole.picture);
  RequirePicture(shrunk.picture);
  Require(!Covers(whole.picture, kEnough) || Covers(shrunk.picture, kEnough),
          "shrunk it is still large enough");
}

inline void RequireEncodes(const Picture& picture) {
  const auto encoded = EncodeJpegBelow(picture, std::size_t{64} << 20);
  Require(encoded.has_value(), "a picture can be encoded");
  const Decoded again = DecodeJpeg(*encoded, kWhole);
  Require(!again.problem && again.picture.width == picture.width &&
              again.picture.height == picture.height,
          "and decoded, with the same extent");
}

// A photo made of the file, if it can be.
inline void TryPhoto(std::string_view bytes, const FileReading& reading) {
  FileBudget budget;
  const Photo photo = MakePhoto(bytes, reading, {.size = 700, .x = 0, .y = 1000}, budget);
  if (photo.problem) return;
  Require(photo.made.size() < kMaxFileBytes, "a photo is small enough to be stored");
  const Decoded made = DecodeJpeg(photo.made, kWhole);
  Require(!made.problem && made.picture.width >= kPhotoMinWidth &&
              made.picture.height >= kPhotoMinHeight,
          "and large enough to be printed");
  Require(!CropAnew(photo.original, {}).made.empty(), "its original can be cut again");
}

}  // namespace permit::fuzz
