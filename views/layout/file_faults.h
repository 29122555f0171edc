// What is wrong with the pictures in uploaded files, said beside each file and before sending.
#pragma once

#include "views/layout/answers.h"

namespace permit::views {

// Of a file's row in the form, for {{%PART "layout/file_faults.tpl"}}; nothing where the file has
// no fault or is about to be removed.
void FillFaults(Dictionary& row, const Translator& tr, const AnsweredFile& file);

// Of all files, before they are sent, for {{%PART "layout/fault_warnings.tpl"}}. Each leads to its
// place in the form.
void AddFaultWarnings(Page& page, const Answers& answers);

}  // namespace permit::views
