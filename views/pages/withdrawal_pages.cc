#include "views/pages/withdrawal_pages.h"

#include "views/fields/search_fields.h"
#include "views/words/case_words.h"
#include "views/words/field_messages.h"

namespace permit::views {
namespace {

void AddPossible(Dictionary& content, const Translator& tr,
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
        .Text("SERVICE", ServiceItem(tr, line.service))
        .Text("SENT_ON", FormatDate(line.submitted_on));
    FillState(row, tr, line.state);
  }
}

// Why the case could not be withdrawn, by what has become of it.
std::string Reason(const Translator& tr, CaseState state) {
  switch (state) {
    case CaseState::kApproved:
    case CaseState::kAwaitingPayment:
    case CaseState::kPaid:
    case CaseState::kIssued:
      return tr("The application was approved before we received your withdrawal.");
    case CaseState::kDisapproved:
      return tr("We decided not to approve the application before we received your withdrawal.");
    case CaseState::kNotAccepted:
      return tr("We decided not to accept the application before we received your withdrawal.");
    case CaseState::kSubmitted:
    case CaseState::kFirstReview:
    case CaseState::kSecondReview:
    case CaseState::kReturnedForCorrection:
    case CaseState::kReturnedForDocuments:
    case CaseState::kWithdrawn:
      return tr("The application was changed at the same time. Try again.");
  }
  return {};
}

void AddOutcome(Dictionary& content, const Translator& tr, const WithdrawalOutcome& outcome) {
  const bool done = outcome.state == CaseState::kWithdrawn;
  Dictionary panel = content.Add(done ? "DONE" : "FAILED");
  panel.Text("RECEIPT", outcome.receipt_number);
  if (!done) panel.Text("REASON", Reason(tr, outcome.state));
}

// The one state of all the group's cases, or each of them once.
std::string States(const Translator& tr, const std::vector<WithdrawalMember>& members) {
  std::string names;
  for (CaseState state : kCaseStates) {
    for (const WithdrawalMember& member : members) {
      if (member.facts.state != state) continue;
      names += (names.empty() ? "" : " / ") + StateName(tr, state);
      break;
    }
  }
  return names;
}

}  // namespace

std::string RenderWithdrawalSearch(const Renderer& renderer, const PageFrame& frame,
                                   const WithdrawalSearch& data) {
  Page page(renderer, frame, "pages/withdrawal_search.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Withdraw an application: search"));
  page.Wide();
  AddNumberFields(page, data.group, data.receipt, data.errors,
                  data.not_found ? tr("You have no application with this number.") : "");
  AddPossible(page.content(), tr, data.possible);
  return page.Html();
}

std::string RenderWithdrawalDetail(const Renderer& renderer, const PageFrame& frame,
                                   const WithdrawalDetail& data) {
  Page page(renderer, frame, "pages/withdrawal_detail.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Withdraw an application: details"));
  page.Wide();
  Dictionary& content = page.content();
  FillGroupFacts(content, tr, data.group);
  content.Add("STAGE").Text("STATES", States(tr, data.members));
  if (data.outcome) AddOutcome(content, tr, *data.outcome);
  int number = 0;
  for (const WithdrawalMember& member : data.members) {
    Dictionary row = content.Add("ROW");
    FillMember(row, tr, member.facts, ++number);
    row.Choose(member.can_withdraw, "POSSIBLE", "IMPOSSIBLE");
  }
  return page.Html();
}

std::string RenderWithdrawalDeclaration(const Renderer& renderer, const PageFrame& frame,
                                        const WithdrawalDeclaration& data) {
  Page page(renderer, frame, "pages/withdrawal_declaration.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Declaration of withdrawal"));
  page.content()
      .Text("GROUP", data.group_number)
      .Text("RECEIPT", data.receipt_number)
      .Text("APPLICANT", data.applicant_name)
      .Text("SERVICE", ServiceItem(tr, data.service));
  FillState(page.content(), tr, data.state);
  TickField agree;
  agree.head = {.name = "agree",
                .label = tr("I agree to the terms above"),
                .hint = {},
                .error = data.not_agreed
                             ? FieldMessage(tr, "", FieldError{"agree", Problem::kNotAgreed, 0, {}})
                             : "",
                .required = true};
  AddField(page, "AGREE", agree);
  return page.Html();
}

std::string RenderWithdrawalQuestion(const Renderer& renderer, const PageFrame& frame,
                                     const WithdrawalQuestion& data) {
  Page page(renderer, frame, "pages/withdrawal_question.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Are you sure you want to withdraw this application?"));
  page.content()
      .Text("GROUP", data.group_number)
      .Text("RECEIPT", data.receipt_number)
      .Text("APPLICANT", data.applicant_name)
      .Text("SERVICE", ServiceItem(tr, data.service))
      .Text("IDEMPOTENCY_KEY", data.idempotency_key);
  return page.Html();
}

}  // namespace permit::views
