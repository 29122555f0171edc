#include "views/pages/section_list_page.h"

#include <algorithm>

#include "views/layout/answers.h"
#include "views/layout/application_steps.h"
#include "views/words/case_words.h"
#include "views/words/field_messages.h"
#include "views/words/rule_messages.h"

namespace permit::views {
namespace {

std::string_view StateMark(PartState state) {
  switch (state) {
    case PartState::kDone:
      return "IS_DONE";
    case PartState::kToDo:
      return "IS_TO_DO";
    case PartState::kWrong:
      return "IS_WRONG";
  }
  return {};
}

// Within its section a field needs no word of whose it is.
std::string LabelIn(const Translator& tr, Service service, const std::string& name) {
  const FormField* field = FindFormField(service, name);
  return field != nullptr ? tr(field->label) : SlotLabel(tr, service, name);
}

std::string Anchor(Service service, const std::string& name) {
  const FormField* field = FindFormField(service, name);
  const bool all_shown =
      field != nullptr && field->choices != nullptr && field->kind != FieldKind::kChoice;
  return name + (all_shown ? "-1" : "");
}

void AddErrors(Page& page, const SectionListPage& data) {
  const Translator& tr = page.tr();
  for (const SectionLine& section : data.sections) {
    for (const FieldError& error : ErrorsIn(data.service, section.part, data.errors)) {
      page.AddError(
          {section.path + "?check=yes#" + Anchor(data.service, error.field),
           tr("{SECTION}: {MESSAGE}",
              {{"SECTION", tr(PartTitle(section.part))},
               {"MESSAGE", FieldMessage(tr, LabelIn(tr, data.service, error.field), error)}})});
    }
  }
}

void AddSections(Page& page, const SectionListPage& data) {
  const Translator& tr = page.tr();
  for (const SectionLine& section : data.sections) {
    Dictionary row = page.content().Add("SECTION");
    row.Text("LINK", section.path)
        .Text("CODE", Code(section.part))
        .Text("TITLE", tr(PartTitle(section.part)));
    const std::string_view group = GroupTitle(section.part);
    if (group != PartTitle(section.part)) row.ShowText("GROUP", tr(group));
    row.Show(StateMark(section.state));
  }
}

}  // namespace

std::string RenderSectionList(const Renderer& renderer, const PageFrame& frame,
                              const SectionListPage& data) {
  Page page(renderer, frame, "pages/apply_sections.tpl");
  const Translator& tr = page.tr();
  page.Title(ServiceName(tr, data.service));
  AddSteps(page, ApplicationStep::kForm);
  const auto is_done = [](const SectionLine& line) { return line.state == PartState::kDone; };
  const auto next = std::find_if_not(data.sections.begin(), data.sections.end(), is_done);
  const auto done = std::count_if(data.sections.begin(), data.sections.end(), is_done);
  page.content()
      .Text("SERVICE", ServiceName(tr, data.service))
      .Text("PATH", data.path)
      .Text("PERMIT_NUMBER", data.permit_number)
      .Text("REVISION", data.revision)
      .Text("PAGE_NAME", data.page)
      .Text("PROGRESS",
            tr("{DONE} of {ALL} sections are done.",
               {{"DONE", std::to_string(done)}, {"ALL", std::to_string(data.sections.size())}}));
  if (next == data.sections.end()) {
    page.content().Show("ALL_DONE");
  } else {
    page.content().Add("GO_ON").Text("NEXT", next->path);
  }
  if (data.eligibility.refusal) page.AddError({"", IneligibilityText(tr, data.eligibility)});
  AddFormErrors(page, data.form_errors);
  AddErrors(page, data);
  AddSections(page, data);
  return page.Html();
}

}  // namespace permit::views
