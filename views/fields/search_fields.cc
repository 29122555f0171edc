#include "views/fields/search_fields.h"

#include "views/page.h"
#include "views/words/field_messages.h"

namespace permit::views {
namespace {

void AddNumber(Page& page, std::string_view marker, FieldHead head, const std::string& value) {
  TextField field;
  field.head = std::move(head);
  field.value = value;
  field.input_mode = "numeric";
  field.max_length = 20;
  field.width = 20;
  field.ltr_code = true;
  AddField(page, marker, field);
}

void AddDay(Page& page, std::string_view marker, std::string_view name, SearchDay day,
            const FieldErrors& errors) {
  const Translator& tr = page.tr();
  DateField field;
  field.head = SearchHead(tr, name, std::move(day.label), errors, tr("YYYY/MM/DD"));
  field.value = std::move(day.value);
  AddField(page, marker, field);
}

}  // namespace

FieldHead SearchHead(const Translator& tr, std::string_view name, std::string label,
                     const FieldErrors& errors, std::string hint) {
  std::string error = FieldMessage(tr, label, errors, name);
  return {.name = std::string(name),
          .label = std::move(label),
          .hint = std::move(hint),
          .error = std::move(error)};
}

void AddNumberFields(Page& page, const std::string& group, const std::string& receipt,
                     const FieldErrors& errors, const std::string& group_error) {
  const Translator& tr = page.tr();
  FieldHead of_group = SearchHead(tr, "group", tr("Group number"), errors, tr("9 digits"));
  if (!group_error.empty()) of_group.error = group_error;
  AddNumber(page, "GROUP", std::move(of_group), group);
  AddNumber(page, "RECEIPT",
            SearchHead(tr, "receipt", tr("Receipt number"), errors, tr("12 digits")), receipt);
}

void AddDayFields(Page& page, SearchDay from, SearchDay to, const FieldErrors& errors) {
  AddDay(page, "FROM", "from", std::move(from), errors);
  AddDay(page, "TO", "to", std::move(to), errors);
}

}  // namespace permit::views
