// A document for a slot, opened the way its reader will open it.
#pragma once

#include <optional>
#include <string_view>

#include "handlers/form/file_budget.h"
#include "handlers/rules/field_error.h"
#include "handlers/rules/file_fault.h"
#include "handlers/rules/file_kind.h"

namespace permit {

// Beyond the rules' CheckDocument: a picture is decoded to its end (of a BMP, whose plain pixels
// need no decoding, the header and the compressed rows are read), a PDF is read by qpdf; both in a
// limited process, within the budget. `reading` is what ReadFileKind says of the bytes. `faults`,
// where given, takes what is wrong with a document that is not refused (page_faults.h); a BMP is
// not looked at.
std::optional<Problem> OpenDocument(std::string_view bytes, const FileReading& reading,
                                    FileBudget& budget, FileFaults* faults = nullptr);

}  // namespace permit
