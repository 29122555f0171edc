#include "views/pages/correction_pages.h"

#include "handlers/rules/required_documents.h"
#include "views/fields/form_fields.h"
#include "views/layout/claims.h"
#include "views/layout/document_warnings.h"
#include "views/layout/file_faults.h"
#include "views/layout/kept_form.h"
#include "views/words/case_words.h"
#include "views/words/field_messages.h"

namespace permit::views {
namespace {

constexpr int kReplyLength = 1000;

// Where a remark leads: to its field, whose first choice carries the place of buttons and boxes.
std::string Anchor(const FormContent& content, const FormField& field) {
  const bool several = field.kind == FieldKind::kRadio || field.kind == FieldKind::kTicks;
  return std::string(field.name) + (several && !content.fields_fixed ? "-1" : "");
}

void AddRemark(Dictionary& page, std::string_view anchor, std::string_view label,
               std::string_view remark) {
  page.Add("REMARK_LINE").Text("ANCHOR", anchor).Text("LABEL", label).Text("TEXT", remark);
}

void AddRemarks(Page& page, const FormContent& content) {
  const Translator& tr = page.tr();
  if (content.remarks.empty()) return;
  Dictionary list = page.content().Add("REMARKS");
  for (const FormField& field : FormFields(content.service)) {
    auto found = content.remarks.find(field.name);
    if (found == content.remarks.end()) continue;
    AddRemark(list, Anchor(content, field), FieldLabel(tr, field), found->second);
  }
  for (const AnsweredFile& file : content.files) {
    const std::string id = file.link.substr(file.link.rfind('/') + 1);
    auto found = content.remarks.find(id);
    if (found == content.remarks.end()) continue;
    const std::string slot = SlotLabel(tr, content.service, file.slot);
    AddRemark(list, "file-" + id, tr("{SLOT}: {FILE}", {{"SLOT", slot}, {"FILE", file.name}}),
              found->second);
  }
}

void ShowDeadline(Dictionary& place, const Translator& tr, CaseState state,
                  std::optional<Date> last_day) {
  if (last_day) place.ShowText("DEADLINE", DeadlineText(tr, state, *last_day));
}

}  // namespace

std::string RenderCorrectionList(const Renderer& renderer, const PageFrame& frame,
                                 const CorrectionList& data) {
  Page page(renderer, frame, "pages/correction_list.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Corrections and documents requested: list"));
  page.Wide();
  if (data.lines.empty()) {
    page.content().Show("NONE");
    return page.Html();
  }
  Dictionary table = page.content().Add("TABLE");
  int number = 0;
  for (const CorrectionLine& line : data.lines) {
    Dictionary row = table.Add("ROW");
    row.Number("NUMBER", ++number)
        .Text("GROUP", line.group_number)
        .Text("APPLICANT", line.applicant_name)
        .Text("SERVICE", ServiceItem(tr, line.service))
        .Text("RECEIPT", line.receipt_number)
        .Number("APPLICANTS", line.applicants)
        .Text("SENT_ON", FormatDate(line.submitted_on));
    FillState(row, tr, line.state, line.returned_by);
    ShowDeadline(row, tr, line.state, line.last_day);
  }
  return page.Html();
}

std::string RenderCorrectionDetail(const Renderer& renderer, const PageFrame& frame,
                                   const CorrectionDetail& data) {
  Page page(renderer, frame, "pages/correction_detail.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Corrections and documents requested: details"));
  page.Wide();
  FillGroupFacts(page.content(), tr, data.group);
  ShowDeadline(page.content(), tr, data.state, data.last_day);
  int number = 0;
  for (const GroupMember& member : data.members) {
    Dictionary row = page.content().Add("ROW");
    FillMember(row, tr, member, ++number);
  }
  return page.Html();
}

std::string RenderCorrectionForm(const Renderer& renderer, const PageFrame& frame,
                                 const CorrectionForm& data) {
  PageFrame shown = frame;
  const Translator tr(renderer, frame.language);
  if (data.saved) {
    shown.notices.push_back(
        {NoticeKind::kSuccess,
         tr("Saved. You can continue later on this page or from the list of corrections.")});
  }
  if (data.kept) shown.notices.push_back(KeptFormNotice(renderer, frame.language, true));
  Page page(renderer, shown, "pages/correction_form.tpl");
  const FormContent& form = data.content;
  page.Title(form.fields_fixed ? tr("Upload the documents requested")
                               : tr("Correct the applicant's details"));
  page.content()
      .Text("PATH", data.path)
      .Text("RECEIPT", data.receipt_number)
      .Text("SERVICE", ServiceName(tr, form.service))
      .Text("RETURNED_AT", FormatTime(data.returned_at))
      .ShowText("OPINION", data.opinion)
      .ShowIf(data.kept || !form.errors.empty() || !form.conflicts.empty(), "UNSAVED")
      .Choose(form.fields_fixed, "DOCUMENTS_ONLY", "ALL")
      .ShowIf(!form.shown, "WHOLE")
      .ShowIf(form.shown.has_value(), "ASKED")
      .ShowIf(!form.shown && data.asks_for_parts, "TO_ASKED");
  ShowDeadline(page.content(), tr, data.state, data.last_day);
  AddRemarks(page, form);
  AddFormParts(page, form);
  Dictionary reply = page.content().Add("REPLY_ROW");
  AddConflict(
      page, reply, form, "reply", tr("Reply to the reviewer's comments"),
      [](const std::string& value) { return value; }, data.reply);
  AddField(page, reply, "REPLY",
           AreaField{
               .head = {.name = "reply",
                        .label = tr("Reply to the reviewer's comments"),
                        .hint = tr("Fill this in only if you want to tell the reviewer something."),
                        .error = FieldMessage(tr, tr("Reply to the reviewer's comments"),
                                              form.errors, "reply")},
               .value = data.reply,
               .rows = 4,
               .max_length = kReplyLength});
  return page.Html();
}

std::string RenderCorrectionCheck(const Renderer& renderer, const PageFrame& frame,
                                  const CorrectionCheck& data) {
  Page page(renderer, frame, "pages/correction_check.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Check your correction"));
  page.content()
      .Text("PATH", data.path)
      .Text("FORM", data.form)
      .Choose(data.unchanged, "UNCHANGED", "CHANGES")
      .Text("IDEMPOTENCY_KEY", data.idempotency_key)
      .Text("RECEIPT", data.receipt_number)
      .Text("SERVICE", ServiceName(tr, data.answers.service))
      .ShowIf(data.reply.empty(), "NO_REPLY")
      .ShowText("REPLY", data.reply);
  ShowDeadline(page.content(), tr, data.state, data.last_day);
  AddClaims(page, data.answers.service, data.answers.change_link, data.claims);
  AddDocumentWarnings(page, data.answers.service, data.answers.change_link, data.warnings);
  AddFaultWarnings(page, data.answers);
  AddAnswers(page, "ANSWERS", data.answers);
  return page.Html();
}

std::string RenderCorrectionDone(const Renderer& renderer, const PageFrame& frame,
                                 const CorrectionDone& data) {
  Page page(renderer, frame, "pages/correction_done.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Your correction has been sent"));
  page.content().Text("RECEIPT", data.receipt_number);
  FillState(page.content(), tr, data.state);
  return page.Html();
}

}  // namespace permit::views
