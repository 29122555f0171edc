// What is missing among the documents and may be sent all the same, said before sending.
#pragma once

#include <string>

#include "handlers/rules/case_state.h"
#include "handlers/rules/field_error.h"

namespace permit::views {

class Page;

// For a template that places it with {{%PART "layout/document_warnings.tpl"}}; `form` is the path
// of the form, where the slots are.
void AddDocumentWarnings(Page& page, Service service, const std::string& form,
                         const FieldErrors& warnings);

}  // namespace permit::views
