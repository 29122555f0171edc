// A PDF as it may leave the system: rebuilt by qpdf from what its pages show.
//
// Whatever a reader program does with an original when it opens it, the copy gives it nothing to
// do: of the document only its pages remain, of a page its content, its sizes and what it draws
// with. Annotations and form fields, as far as they show something, become a part of the page's
// content. Scripts, actions, links, outlines, attached files, form data, metadata, former versions
// of the document and bytes behind its end are not written. A copy is so no witness of a signature
// in the original.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "handlers/form/file_budget.h"

namespace permit {

// The same bytes give the same copy. nullopt: qpdf cannot read it, or not within the budget, or it
// asks for a password, or the copy would be larger than 16 MiB. It is made in a limited process
// (limited_process.h). Throws std::system_error when no process can be had.
std::optional<std::string> RebuildPdf(std::string_view bytes, FileBudget& budget);

}  // namespace permit
