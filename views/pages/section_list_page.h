// The sections of an application form with the state of each: where a draft begins and is gone on
// with, and what keeps it from being sent.
#pragma once

#include <string>
#include <vector>

#include "handlers/rules/case_state.h"
#include "handlers/rules/eligibility.h"
#include "handlers/rules/field_error.h"
#include "handlers/rules/form_part.h"
#include "views/fields/application_fields.h"
#include "views/page.h"

namespace permit::views {

struct SectionLine {
  FormPart part = FormPart::kPhoto;
  std::string path;
  PartState state = PartState::kToDo;
};

struct SectionListPage {
  Service service = Service::kExchange;
  std::string path;  // of the draft
  std::string permit_number;
  std::string revision;  // as in FormContent
  std::string page;
  std::vector<SectionLine> sections;  // in their order
  FieldErrors errors;                 // said above the list, each with a link into its section
  std::vector<FormError> form_errors;
  Eligibility eligibility;  // a refusal stands in the summary
};
std::string RenderSectionList(const Renderer& renderer, const PageFrame& frame,
                              const SectionListPage& data);

}  // namespace permit::views
