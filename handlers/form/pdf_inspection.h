// Whether a PDF may be handed to a reviewer, as qpdf reads it.
//
// qpdf decides what can be opened: a PDF that opens without a password may come, whatever else its
// owner's password forbids; one that qpdf must mend before it opens may come as well. Every stream
// is unpacked, so that a damaged page is found. The reading is done in a process of its own with
// little time and memory (limited_process.h), and what is unpacked is counted, for a small
// file may be written to unpack to terabytes.
#pragma once

#include <optional>
#include <string_view>

#include "handlers/form/file_budget.h"
#include "handlers/rules/field_error.h"

namespace permit {

// kFileEncrypted: it asks for a password, or for a certificate. kFileDamaged: it cannot be read
// within the limits. kFileWithoutPages. kFileActive: it holds a script or a film, starts a program,
// sends itself or opens an address without a click, leads to files of other machines, is a form
// that only one maker's programs draw (XFA), or carries another file: a paper to be read does none
// of it. kTooMuchAtOnce: alone it might be read, but the budget is used up. Throws
// std::system_error when no process can be had.
std::optional<Problem> InspectPdf(std::string_view bytes, FileBudget& budget);

}  // namespace permit
