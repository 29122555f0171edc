// The fields that searches for cases and papers share, put into a template's markers.
#pragma once

#include <string>

#include "handlers/rules/field_error.h"
#include "views/fields/form_fields.h"

namespace permit::views {

class Translator;

// A field's head with its error, if it has one among `errors`.
FieldHead SearchHead(const Translator& tr, std::string_view name, std::string label,
                     const FieldErrors& errors, std::string hint = {});

// Group and receipt number, as typed, at GROUP and RECEIPT. `group_error` is a whole sentence that
// takes the place of the field's own error.
void AddNumberFields(Page& page, const std::string& group, const std::string& receipt,
                     const FieldErrors& errors, const std::string& group_error = {});

struct SearchDay {
  std::string label;
  std::string value;  // as typed
};

// The first and the last day, at FROM and TO.
void AddDayFields(Page& page, SearchDay from, SearchDay to, const FieldErrors& errors);

}  // namespace permit::views
