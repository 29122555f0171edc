#include "views/layout/application_steps.h"

#include <string>

#include "views/page.h"

namespace permit::views {
namespace {

constexpr ApplicationStep kSteps[] = {ApplicationStep::kDeclaration, ApplicationStep::kPermitNumber,
                                      ApplicationStep::kForm, ApplicationStep::kCheck};

std::string CrashPointName(const Translator& tr, ApplicationStep step) {
  switch (step) {
    case ApplicationStep::kDeclaration:
      return tr("Terms of use");
    case ApplicationStep::kPermitNumber:
      return tr("Permit number");
    case ApplicationStep::kForm:
      return tr("Application form");
    case ApplicationStep::kCheck:
      return tr("Check and send");
  }
  return {};
}

}  // namespace

void AddSteps(Page& page, ApplicationStep step) {
  Dictionary steps = page.content().Include("STEPS", "layout/steps.tpl");
  for (ApplicationStep each : kSteps) {
    Dictionary row = steps.Add("STEP");
    row.Text("NAME", CrashPointName(page.tr(), each));
    row.ShowIf(each < step, "DONE").ShowIf(each == step, "CURRENT");
  }
}

}  // namespace permit::views
