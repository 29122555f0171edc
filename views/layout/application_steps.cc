#include "views/layout/application_steps.h"

#include <string>

#include "views/page.h"

namespace permit::views {
namespace {

constexpr ApplicationStep kSteps[] = {ApplicationStep::kDeclaration, ApplicationStep::kPermitNumber,
                                      ApplicationStep::kForm, ApplicationStep::kCheck};

std::string StepName(const Voice& say, ApplicationStep step) {
  switch (step) {
    case ApplicationStep::kDeclaration:
      return say("Terms of use");
    case ApplicationStep::kPermitNumber:
      return say("Permit number");
    case ApplicationStep::kForm:
      return say("Application form");
    case ApplicationStep::kCheck:
      return say("Check and send");
  }
  return {};
}

}  // namespace

void AddSteps(Page& page, ApplicationStep step) {
  Dictionary steps = page.content().Include("STEPS", "layout/steps.tpl");
  for (ApplicationStep each : kSteps) {
    Dictionary row = steps.Add("STEP");
    row.Text("NAME", StepName(page.say(), each));
    row.ShowIf(each < step, "DONE").ShowIf(each == step, "CURRENT");
  }
}

}  // namespace permit::views
