#include "handlers/form/upright_picture.h"

#include <utility>

#include "handlers/rules/exif.h"

namespace permit {

int OrientationOf(std::string_view bytes, const FileReading& reading) {
  const bool camera = !reading.problem && reading.kind == FileKind::kJpeg;
  return camera ? ExifOrientation(bytes) : 0;
}

Decoded DecodeUpright(std::string_view bytes, FileKind kind, int orientation, Extent enough) {
  switch (kind) {
    case FileKind::kJpeg: {
      if (LiesOnItsSide(orientation)) std::swap(enough.width, enough.height);
      Decoded decoded = DecodeJpeg(bytes, enough);
      if (!decoded.problem) decoded.picture = Upright(std::move(decoded.picture), orientation);
      return decoded;
    }
    case FileKind::kPng:
      return DecodePng(bytes, enough);
    case FileKind::kBmp:
      return DecodeBmp(bytes, enough);
    case FileKind::kHeic:
      return DecodeHeic(bytes, enough);
    case FileKind::kPdf:
      break;
  }
  return {Problem::kFileTypeRefused, {}};
}

}  // namespace permit
