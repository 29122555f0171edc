// A PDF that is too large to be kept, with the pictures of its pages made smaller.
//
// A scan is a PDF of one picture a page. Pictures in grey or colour of 8 bits, as JPEG or packed in
// a way that qpdf unpacks, become smaller JPEGs (picture_reduction.h); others, of which black and
// white ones are small already, stay as they are. They share the room that the rest of the file
// leaves. Of the document only its pages remain, as in pdf_rebuilding.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "handlers/form/file_budget.h"

namespace permit {

// Below the limit. nullopt: the size is not that of its pictures, or they would be worse than can
// be read, or qpdf cannot read it within the budget. Of a file that InspectPdf lets pass. It is
// made in a limited process (limited_process.h). Throws std::system_error when no process can be
// had.
std::optional<std::string> ReducePdf(std::string_view bytes, std::size_t limit, FileBudget& budget);

}  // namespace permit
