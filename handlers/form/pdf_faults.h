// What is wrong with the pages of a PDF that are pictures, as a phone's scanner makes them.
//
// Looked at are the first pages whose one picture covers them, when it is a JPEG or of plain
// pixels; what is typed, drawn or packed otherwise (fax, JPEG 2000) is passed over.
#pragma once

#include <string_view>

#include "handlers/form/file_budget.h"
#include "handlers/rules/file_fault.h"

namespace permit {

// Of a PDF that InspectPdf found good. The work is done in a limited process; where that goes
// beyond its limits nothing is found. The time comes off the budget, but never all of it: a file is
// not refused for its warnings.
FileFaults FindPdfFaults(std::string_view bytes, FileBudget& budget);

}  // namespace permit
