// The head of a HEIC picture, as iPhones and other phones take them: its brands and its boxes
// (ISO/IEC 23008-12 in the boxes of ISO/IEC 14496-12). The pictures themselves are coded by HEVC.
#pragma once

#include <string_view>

#include "handlers/rules/file_kind.h"

namespace permit {

enum class HeifCoding { kNone, kHevc, kAv1 };

// By the brands of the file's type: AV1 is that of AVIF. A file that only says to be of the common
// format (mif1, msf1) and names no coding counts as HEVC.
HeifCoding ReadHeifCoding(std::string_view bytes);

// Of a file that ReadHeifCoding finds to be HEVC. Its size is that of the largest picture that it
// tells of, as stored: which way it is turned is known only once it is decoded. kFileDamaged: a box
// of it is cut short or missing. What cameras write behind its last box does not matter.
FileReading ReadHeic(std::string_view bytes);

}  // namespace permit
