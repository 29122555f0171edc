// The sentence of a field's or a file's error.
#pragma once

#include <string>
#include <string_view>

#include "handlers/rules/field_error.h"
#include "views/translator.h"

namespace permit::views {

// `label` is the field's, in the page's language. A file's own name, where the error has one,
// stands in the label's place.
std::string FieldMessage(const Translator& tr, std::string_view label, const FieldError& error);

// Of the first error of that field; empty when there is none.
std::string FieldMessage(const Translator& tr, std::string_view label, const FieldErrors& errors,
                         std::string_view field);

}  // namespace permit::views
