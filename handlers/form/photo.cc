#include "handlers/form/photo.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "handlers/form/faces.h"
#include "handlers/form/limited_process.h"
#include "handlers/form/photo_faults.h"
#include "handlers/form/picture.h"
#include "handlers/form/upright_picture.h"
#include "handlers/rules/exif.h"
#include "handlers/rules/required_documents.h"

namespace permit {
namespace {

// Twice what a photo must have at least, enough for print.
constexpr Extent kEnough = {2 * kPhotoMinWidth, 2 * kPhotoMinHeight};
// So that half of it may be cut away on each side.
constexpr Extent kEnoughToCropFrom = {2 * kEnough.width, 2 * kEnough.height};
constexpr std::size_t kMaxOriginalBytes = 1024 * 1024;

std::optional<CutPhoto> Cut(const Picture& picture, const PhotoCrop& crop) {
  const CropFrame frame = FrameOf(picture.width, picture.height, crop);
  const bool large = frame.width > kEnough.width;
  const Extent to = large ? kEnough : Extent{frame.width, frame.height};
  const Picture cut = Shrink(picture, frame, to);
  auto made = EncodeJpegBelow(cut, kMaxFileBytes);
  if (!made) return std::nullopt;
  return CutPhoto{*std::move(made), FindPhotoFaults(cut)};
}

Photo Decode(std::string_view bytes, FileKind kind, int orientation, const PhotoCrop& crop) {
  Photo photo;
  const Decoded decoded = DecodeUpright(bytes, kind, orientation, kEnoughToCropFrom);
  photo.problem = decoded.problem;
  if (photo.problem) return photo;
  photo.width = decoded.picture.width;
  photo.height = decoded.picture.height;
  if (!IsLargeEnoughForPhoto(photo.width, photo.height)) {
    photo.problem = Problem::kPhotoTooSmall;
    return photo;
  }
  auto made = Cut(decoded.picture, crop);
  auto original = EncodeJpegBelow(decoded.picture, kMaxOriginalBytes);
  if (!made || !original) {
    photo.problem = Problem::kTooManyPixels;
    return photo;
  }
  photo.made = std::move(made->made);
  photo.faults = std::move(made->faults);
  photo.original = *std::move(original);
  return photo;
}

// How a photo comes out of the process that made it: numbers and faults on a line, then the files.
std::string Pack(const Photo& photo) {
  const int problem = photo.problem ? static_cast<int>(*photo.problem) : -1;
  std::ostringstream packed;
  packed << problem << ' ' << photo.width << ' ' << photo.height << ' ' << photo.made.size() << ' '
         << WriteFaults(photo.faults) << '\n'
         << photo.made << photo.original;
  return std::move(packed).str();
}

Photo Unpack(const std::string& packed) {
  Photo photo;
  int problem = -1;
  std::size_t made = 0;
  std::istringstream line(packed.substr(0, packed.find('\n')));
  line >> problem >> photo.width >> photo.height >> made >> std::ws;
  std::string faults;
  std::getline(line, faults);
  photo.faults = ReadFaults(faults);
  if (problem >= 0) photo.problem = static_cast<Problem>(problem);
  const std::size_t files = packed.find('\n') + 1;
  photo.made = packed.substr(files, made);
  photo.original = packed.substr(files + made);
  return photo;
}

}  // namespace

Photo MakePhoto(std::string_view bytes, FileReading reading, const PhotoCrop& crop,
                FileBudget& budget) {
  Photo photo;
  const int orientation = OrientationOf(bytes, reading);
  if (LiesOnItsSide(orientation)) std::swap(reading.width, reading.height);
  photo.width = reading.width;
  photo.height = reading.height;
  photo.problem = CheckPhoto(reading);
  if (!photo.problem && bytes.size() > kMaxPhotoBytes) photo.problem = Problem::kPhotoTooLarge;
  if (!photo.problem) photo.problem = SpendOn(bytes, reading, budget);
  if (photo.problem) return photo;

  LoadFaceDetector();
  const auto packed =
      RunLimited(budget, [&] { return Pack(Decode(bytes, reading.kind, orientation, crop)); });
  if (packed) return Unpack(*packed);
  photo.problem = Problem::kFileDamaged;
  return photo;
}

CutPhoto CropAnew(std::string_view original, const PhotoCrop& crop) {
  LoadFaceDetector();
  FileBudget budget;
  const auto packed = RunLimited(budget, [&] {
    const Decoded decoded = DecodeJpeg(original, kEnoughToCropFrom);
    auto cut = decoded.problem ? std::nullopt : Cut(decoded.picture, crop);
    return cut ? Pack({.made = std::move(cut->made), .faults = std::move(cut->faults)})
               : std::string();
  });
  if (!packed || packed->empty()) {
    throw std::runtime_error("the original of a photo cannot be read");
  }
  Photo photo = Unpack(*packed);
  return {std::move(photo.made), std::move(photo.faults)};
}

}  // namespace permit
