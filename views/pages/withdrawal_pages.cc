#include "views/pages/withdrawal_pages.h"

#include "views/fields/search_fields.h"
#include "views/words/case_words.h"
#include "views/words/field_messages.h"

namespace permit::views {
namespace {

void AddPossible(Dictionary& content, const Voice& say,
                 const std::vector<WithdrawalSearchLine>& lines) {
  if (lines.empty()) {
    content.Show("NONE");
    return;
  }
  Dictionary table = content.Add("TABLE");
  for (const WithdrawalSearchLine& line : lines) {
    Dictionary row = table.Add("ROW");
    row.Text("GROUP", line.group_number)
        .Text("RECEIPT", line.receipt_number)
        .Text("SERVICE", ServiceName(say, line.service))
        .Text("SENT_ON", FormatDate(line.submitted_on));
    FillState(row, say, line.state);
  }
}

// Why the case could not be withdrawn, by what has become of it.
std::string Reason(const Voice& say, CaseState state) {
  switch (state) {
    case CaseState::kApproved:
    case CaseState::kAwaitingPayment:
    case CaseState::kPaid:
    case CaseState::kIssued:
      return say("The case was approved before the withdrawal arrived.");
    case CaseState::kDisapproved:
      return say("The case was disapproved before the withdrawal arrived.");
    case CaseState::kNotAccepted:
      return say("The agency did not accept the case, before the withdrawal arrived.");
    case CaseState::kSubmitted:
    case CaseState::kFirstReview:
    case CaseState::kSecondReview:
    case CaseState::kReturnedForCorrection:
    case CaseState::kReturnedForDocuments:
    case CaseState::kWithdrawn:
      return say("The case was changed at the same moment; please try again.");
  }
  return {};
}

void AddOutcome(Dictionary& content, const Voice& say, const WithdrawalOutcome& outcome) {
  const bool done = outcome.state == CaseState::kWithdrawn;
  Dictionary panel = content.Add(done ? "DONE" : "FAILED");
  panel.Text("RECEIPT", outcome.receipt_number);
  if (!done) panel.Text("REASON", Reason(say, outcome.state));
}

// The one state of all the group's cases, or each of them once.
std::string States(const Voice& say, const std::vector<WithdrawalMember>& members) {
  std::string names;
  for (CaseState state : kCaseStates) {
    for (const WithdrawalMember& member : members) {
      if (member.facts.state != state) continue;
      names += (names.empty() ? "" : " / ") + StateName(say, state);
      break;
    }
  }
  return names;
}

}  // namespace

std::string RenderWithdrawalSearch(const Renderer& renderer, const PageFrame& frame,
                                   const WithdrawalSearch& data) {
  Page page(renderer, frame, "pages/withdrawal_search.tpl");
  const Voice& say = page.say();
  page.Title(say("Withdraw a case: search"));
  page.Wide();
  AddNumberFields(page, data.group, data.receipt, data.errors,
                  data.not_found ? say("You have no case with this number.") : "");
  AddPossible(page.content(), say, data.possible);
  return page.Html();
}

std::string RenderWithdrawalDetail(const Renderer& renderer, const PageFrame& frame,
                                   const WithdrawalDetail& data) {
  Page page(renderer, frame, "pages/withdrawal_detail.tpl");
  const Voice& say = page.say();
  page.Title(say("Withdraw a case: details"));
  page.Wide();
  Dictionary& content = page.content();
  FillGroupFacts(content, say, data.group);
  content.Add("STAGE").Text("STATES", States(say, data.members));
  if (data.outcome) AddOutcome(content, say, *data.outcome);
  int number = 0;
  for (const WithdrawalMember& member : data.members) {
    Dictionary row = content.Add("ROW");
    FillMember(row, say, member.facts, ++number);
    row.Choose(member.can_withdraw, "POSSIBLE", "IMPOSSIBLE");
  }
  return page.Html();
}

std::string RenderWithdrawalDeclaration(const Renderer& renderer, const PageFrame& frame,
                                        const WithdrawalDeclaration& data) {
  Page page(renderer, frame, "pages/withdrawal_declaration.tpl");
  const Voice& say = page.say();
  page.Title(say("Declaration of withdrawal"));
  page.content()
      .Text("GROUP", data.group_number)
      .Text("RECEIPT", data.receipt_number)
      .Text("APPLICANT", data.applicant_name)
      .Text("SERVICE", ServiceName(say, data.service));
  FillState(page.content(), say, data.state);
  TickField agree;
  agree.head = {
      .name = "agree",
      .label = say("I agree to the terms above"),
      .hint = {},
      .error = data.not_agreed
                   ? FieldMessage(say, "", FieldError{"agree", Problem::kNotAgreed, 0, {}})
                   : "",
      .required = true};
  AddField(page, "AGREE", agree);
  return page.Html();
}

std::string RenderWithdrawalQuestion(const Renderer& renderer, const PageFrame& frame,
                                     const WithdrawalQuestion& data) {
  Page page(renderer, frame, "pages/withdrawal_question.tpl");
  const Voice& say = page.say();
  page.Title(say("Do you really want to withdraw this case?"));
  page.content()
      .Text("GROUP", data.group_number)
      .Text("RECEIPT", data.receipt_number)
      .Text("APPLICANT", data.applicant_name)
      .Text("SERVICE", ServiceName(say, data.service))
      .Text("ACT", data.act);
  return page.Html();
}

}  // namespace permit::views
