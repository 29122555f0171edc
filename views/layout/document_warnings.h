// What is missing among the documents and may be sent all the same, said before sending.
#pragma once

#include "handlers/rules/case_state.h"
#include "handlers/rules/field_error.h"
#include "views/layout/answers.h"

namespace permit::views {

class Page;

// For a template that places it with {{%PART "layout/document_warnings.tpl"}}; each links to its
// slot.
void AddDocumentWarnings(Page& page, Service service, const FieldLink& link,
                         const FieldErrors& warnings);

}  // namespace permit::views
