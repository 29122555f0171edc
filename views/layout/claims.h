// Answers that differ from the agency's register (handlers/rules/claim.h), said before sending.
#pragma once

#include <string>
#include <vector>

#include "handlers/rules/case_state.h"
#include "handlers/rules/data_change.h"
#include "views/layout/answers.h"

namespace permit::views {

class Page;
class Translator;

// For a template that places it with {{%PART "layout/claims.tpl"}}; each links to its field.
void AddClaims(Page& page, Service service, const FieldLink& link,
               const std::vector<FieldChange>& claims);

// Beside the field of a form: what the register holds and what that means for the permit.
std::string ClaimText(const Translator& tr, Service service, const FieldChange& claim);

// The labels of fields that the register has changed under a draft, for a notice above its form.
std::string RegisterChangedText(const Translator& tr, Service service,
                                const std::vector<std::string>& fields);

}  // namespace permit::views
