// Makes a finished paper small: its streams are compressed anew, and the hinting instructions,
// which fit outlines to coarse screens, are taken out of its fonts.
//
// The same file gives the same bytes with the same versions of libdeflate and HarfBuzz.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "views/pdf/pdf_file.h"

namespace permit::views {

// What a stream says instead of its text, uncompressed; given the object's number.
using StreamEdit = std::function<std::string(int, std::string)>;

// The new bodies of the objects that change; `edit` is asked about each stream that is no font.
std::map<int, std::string> CompactPdf(const PdfFile& file, const StreamEdit& edit = nullptr);

}  // namespace permit::views
