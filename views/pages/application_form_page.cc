#include "views/fields/application_fields.h"
#include "views/layout/application_steps.h"
#include "views/pages/application_pages.h"
#include "views/words/case_words.h"
#include "views/words/rule_messages.h"

namespace permit::views {

std::string RenderApplicationForm(const Renderer& renderer, const PageFrame& frame,
                                  const ApplicationFormPage& data) {
  Page page(renderer, frame, "pages/apply_form.tpl");
  const Translator& tr = page.tr();
  page.Title(ServiceName(tr, data.service));
  AddSteps(page, ApplicationStep::kForm);
  page.content().Text("SERVICE", ServiceName(tr, data.service)).Text("PATH", data.path);
  page.content()
      .Text("PERMIT_NUMBER", data.permit_number)
      .ShowIf(data.kept || !data.errors.empty(), "UNSAVED");
  if (data.eligibility.refusal) page.AddError({"", IneligibilityText(tr, data.eligibility)});

  FormContent form;
  form.service = data.service;
  form.values = data.values;
  form.files = data.files;
  form.errors = data.errors;
  form.form_errors = data.form_errors;
  form.crop = data.crop;
  form.on_record = data.on_record;
  AddFormParts(page, form);
  return page.Html();
}

}  // namespace permit::views
