// The site's words for what the rules found: one sentence a value, in the page's language.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "handlers/rules/choices.h"
#include "handlers/rules/eligibility.h"
#include "views/fields/form_fields.h"
#include "views/translator.h"

namespace permit::views {

// Why one may not apply.
std::string IneligibilityText(const Translator& tr, const Eligibility& eligibility);

// A closed list of the rules as the choices of a field.
std::vector<Option> Options(const Translator& tr, std::span<const Choice> choices);

// The shown label of a stored code; the code itself when the list does not have it.
std::string ChoiceText(const Translator& tr, std::span<const Choice> choices,
                       std::string_view code);

}  // namespace permit::views
