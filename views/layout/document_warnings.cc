#include "views/layout/document_warnings.h"

#include "views/layout/answers.h"
#include "views/page.h"
#include "views/words/field_messages.h"

namespace permit::views {

void AddDocumentWarnings(Page& page, Service service, const std::string& form,
                         const FieldErrors& warnings) {
  const Translator& tr = page.tr();
  for (const FieldError& warning : warnings) {
    page.content()
        .Add("WARNING")
        .Text("TEXT", FieldMessage(tr, SlotLabel(tr, service, warning.field), warning))
        .Text("FORM", form)
        .Text("FIELD", warning.field);
  }
}

}  // namespace permit::views
