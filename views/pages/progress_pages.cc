#include "views/pages/progress_pages.h"

#include "views/fields/search_fields.h"
#include "views/words/case_words.h"

namespace permit::views {
namespace {

std::vector<Option> Services(const Translator& tr) {
  std::vector<Option> choices;
  for (Service service : kServices) {
    choices.push_back({std::string(Code(service)), ServiceItem(tr, service), {}});
  }
  return choices;
}

std::vector<Option> Stages(const Translator& tr) {
  std::vector<Option> choices;
  for (CaseState state : kCaseStates) {
    choices.push_back({std::string(Code(state)), StateName(tr, state), {}});
  }
  return choices;
}

void AddLine(Dictionary& table, const Translator& tr, const ProgressLine& line,
             std::int64_t number) {
  Dictionary row = table.Add("ROW");
  row.Number("NUMBER", number)
      .Text("GROUP", line.group_number)
      .Text("APPLICANT", line.applicant_name)
      .Text("SERVICE", ServiceItem(tr, line.service))
      .Text("RECEIPT", line.receipt_number)
      .Number("APPLICANTS", line.applicants)
      .Text("SENT_ON", FormatDate(line.submitted_on));
  FillState(row, tr, line.state);
}

}  // namespace

std::string RenderProgressSearch(const Renderer& renderer, const PageFrame& frame,
                                 const ProgressSearch& data) {
  Page page(renderer, frame, "pages/progress_search.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Progress of applications: search"));
  const FieldErrors& errors = data.errors;
  AddNumberFields(page, data.group, data.receipt, errors);
  AddSelect(page, "SERVICE",
            {SearchHead(tr, "service", tr("Service"), errors), data.service, Services(tr)});
  AddSelect(page, "STAGE", {SearchHead(tr, "stage", tr("Stage"), errors), data.stage, Stages(tr)});
  AddDayFields(page, {tr("Application date from"), data.from}, {tr("Application date to"), data.to},
               errors);
  return page.Html();
}

std::string RenderProgressList(const Renderer& renderer, const PageFrame& frame,
                               const ProgressList& data) {
  Page page(renderer, frame, "pages/progress_list.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Progress of applications: list"));
  page.Wide();
  Dictionary& content = page.content();
  content.Text("SEARCH_LINK", data.search_link);
  content.ShowText("PREVIOUS", data.previous_link).ShowText("NEXT", data.next_link);
  content.Text("FOUND", tr.Count("{N} application found", "{N} applications found",
                                 static_cast<int>(data.total)));
  if (data.lines.empty()) {
    content.Show("NONE");
    return page.Html();
  }
  Dictionary table = content.Add("TABLE");
  std::int64_t number = data.first;
  for (const ProgressLine& line : data.lines) AddLine(table, tr, line, number++);
  return page.Html();
}

}  // namespace permit::views
