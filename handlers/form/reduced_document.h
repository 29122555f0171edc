// A document as it is kept: what comes too large, from a phone above all, is made smaller.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "handlers/form/file_budget.h"
#include "handlers/rules/field_error.h"
#include "handlers/rules/file_fault.h"
#include "handlers/rules/file_kind.h"

namespace permit {

struct ReducedDocument {
  std::optional<Problem> problem;
  // What is kept, below kMaxFileBytes: of a picture a JPEG, upright and without what its camera
  // wrote into it, of a PDF one of its pages alone. Empty: the file is kept as it came.
  std::string made;
  FileKind kind = FileKind::kPdf;  // of `made`
};

// Opens it as OpenDocument does. A file below kMaxFileBytes is kept as it came, unless it is HEIC,
// which browsers do not show. A larger one is made smaller in a limited process, within the budget;
// kFileNotReduced: it would be worse than can be read, or it is a PDF whose size is not that of its
// pictures. `reading` is what ReadFileKind says of the bytes. `faults`, where given, takes what is
// wrong with what is kept.
ReducedDocument ReduceDocument(std::string_view bytes, const FileReading& reading,
                               FileBudget& budget, FileFaults* faults = nullptr);

}  // namespace permit
