// A picture as it came, of any kind, decoded and turned upright.
#pragma once

#include <string_view>

#include "handlers/form/picture.h"
#include "handlers/rules/file_kind.h"

namespace permit {

// How the camera was held, as Exif counts it: of a JPEG. A HEIC picture is turned by its decoder.
int OrientationOf(std::string_view bytes, const FileReading& reading);

// `enough` is that of the upright picture. A PDF is kFileTypeRefused.
Decoded DecodeUpright(std::string_view bytes, FileKind kind, int orientation, Extent enough);

}  // namespace permit
