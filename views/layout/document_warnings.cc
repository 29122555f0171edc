#include "views/layout/document_warnings.h"

#include "views/page.h"
#include "views/words/field_messages.h"

namespace permit::views {

void AddDocumentWarnings(Page& page, Service service, const FieldLink& link,
                         const FieldErrors& warnings) {
  const Translator& tr = page.tr();
  for (const FieldError& warning : warnings) {
    page.content()
        .Add("WARNING")
        .Text("TEXT", FieldMessage(tr, SlotLabel(tr, service, warning.field), warning))
        .Text("LINK", link(warning.field));
  }
}

}  // namespace permit::views
