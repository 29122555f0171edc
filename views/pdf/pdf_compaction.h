// Makes a finished paper small: its streams are compressed anew, and the hinting instructions,
// which fit outlines to coarse screens, are taken out of its fonts.
//
// The same file gives the same bytes with the same versions of libdeflate and HarfBuzz.
#pragma once

#include <map>
#include <string>

#include "views/pdf/pdf_file.h"

namespace permit::views {

// The new bodies of the objects that change.
std::map<int, std::string> CompactPdf(const PdfFile& file);

}  // namespace permit::views
