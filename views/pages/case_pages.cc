#include "views/pages/case_pages.h"

#include <algorithm>

#include "handlers/rules/case_turn.h"
#include "views/renderer.h"
#include "views/words/case_words.h"

namespace permit::views {
namespace {

std::string WhatNext(const Translator& tr, CaseState state, bool has_reason) {
  switch (state) {
    case CaseState::kSubmitted:
      return tr("Your application is waiting for a reviewer. You do not need to do anything now.");
    case CaseState::kFirstReview:
    case CaseState::kSecondReview:
      return tr("A reviewer is checking your application. You do not need to do anything now.");
    case CaseState::kReturnedForCorrection:
      return tr("Correct your application as the reviewer asks, then send it again.");
    case CaseState::kReturnedForDocuments:
      return tr("Upload the documents that the reviewer asks for.");
    case CaseState::kApproved:
      return tr("Your application has been approved. Your permit is being prepared.");
    case CaseState::kAwaitingPayment:
      return tr("Your application has been approved. Pay the fee and we will issue your permit.");
    case CaseState::kPaid:
      return tr("We have received your payment. Your permit is being prepared.");
    case CaseState::kIssued:
      return tr("Your permit is ready. Download and print it.");
    case CaseState::kDisapproved:
    case CaseState::kNotAccepted:
      return has_reason
                 ? tr("Your application has ended and no permit was issued. The reason is shown "
                      "below.")
                 : tr("Your application has ended and no permit was issued. If you have any "
                      "questions, call the helpdesk on the number at the bottom of this page.");
    case CaseState::kWithdrawn:
      return tr("You withdrew this application. You can start a new one.");
  }
  return {};
}

std::string ActorName(const Translator& tr, CaseActor actor) {
  switch (actor) {
    case CaseActor::kStudent:
      return tr.In("case", "Applicant");
    case CaseActor::kAgency:
      return tr("The agency");
    case CaseActor::kSystem:
      return tr("System");
  }
  return {};
}

// The agency's own pace: what the student does is no matter of usual times.
void ShowTurn(Dictionary& content, const Translator& tr, const CasePage& data) {
  switch (TurnOf(data.state)) {
    case CaseTurn::kAgency:
      content.ShowText("TURN", tr("The agency"));
      break;
    case CaseTurn::kStudent:
      content.ShowText("TURN", tr("You"));
      return;
    case CaseTurn::kNobody:
      return;
  }
  if (!data.usual_time) return;
  const auto days = std::chrono::ceil<std::chrono::days>(*data.usual_time).count();
  content.ShowText("USUAL", days <= 1
                                ? tr("Usually takes less than a day")
                                : tr.Count("Usually takes about {N} day",
                                           "Usually takes about {N} days", static_cast<int>(days)));
}

void ShowActions(Dictionary& content, const CasePage& data) {
  const CaseState state = data.state;
  content.ShowIf(state == CaseState::kAwaitingPayment && data.unapplied.empty(), "PAY");
  if (!data.unapplied.empty()) content.ShowText("UNAPPLIED", data.unapplied);
  content.ShowIf(
      state == CaseState::kReturnedForCorrection || state == CaseState::kReturnedForDocuments,
      "CORRECT");
  content.ShowIf(state == CaseState::kIssued, "DOWNLOAD");
  std::vector<CaseState> withdrawable = StatesAllowing(CaseEvent::kWithdraw);
  content.ShowIf(std::find(withdrawable.begin(), withdrawable.end(), state) != withdrawable.end(),
                 "WITHDRAW");
}

void AddChanges(Dictionary& row, const Translator& tr, Service service,
                const std::vector<FieldChange>& changes) {
  if (changes.empty()) return;
  Dictionary list = row.Add("CHANGES");
  for (const FieldChange& change : changes) {
    const FormField* field = FindFormField(service, change.field);
    if (field == nullptr) continue;
    Dictionary line = list.Add("CHANGE");
    line.Text("LABEL", FieldLabel(tr, *field));
    line.Choose(change.before.empty(), "WAS_EMPTY", "WAS");
    line.Choose(change.after.empty(), "IS_EMPTY", "IS");
    line.Text("BEFORE", AnswerText(tr, *field, change.before));
    line.Text("AFTER", AnswerText(tr, *field, change.after));
  }
}

void AddPermit(Dictionary& content, const CasePage& data) {
  if (!data.permit) return;
  content.Add("ISSUED_PERMIT")
      .Text("STAY_UNTIL", FormatDate(data.permit->stay_until))
      .Text("STAY_CALENDAR", data.permit->calendar_of_stay)
      .Text("EXTEND_FROM", FormatDate(data.permit->extend_from))
      .Text("EXTEND_CALENDAR", data.permit->calendar_of_extension);
}

void AddHistory(Dictionary& content, const Translator& tr, const CasePage& data) {
  for (const CaseHistoryLine& line : data.history) {
    Dictionary row = content.Add("HISTORY");
    row.Text("AT", FormatTime(line.at))
        .Text("ACTOR", ActorName(tr, line.actor))
        .Text("EVENT", line.event ? EventName(tr, *line.event) : tr("Application sent"))
        .ShowText("OPINION", line.opinion);
    FillState(row, tr, line.to);
    AddChanges(row, tr, data.answers.service, line.changes);
  }
}

std::string AboutQuarantinedFile(const Translator& tr, CaseState state) {
  switch (TurnOf(state)) {
    case CaseTurn::kAgency:
      return tr(
          "We found a virus in this file and have locked it, so nobody can open it, including the "
          "reviewer. Get a clean file ready. We will return your application so that you can "
          "upload it.");
    case CaseTurn::kStudent:
      if (state == CaseState::kAwaitingPayment) break;
      return tr(
          "We found a virus in this file and have locked it, so nobody can open it. When you "
          "correct your application, remove it and upload a clean file instead.");
    case CaseTurn::kNobody:
      break;
  }
  return tr("We found a virus in this file and have locked it, so nobody can open it.");
}

void AddQuarantinedFiles(Dictionary& content, const Translator& tr, const CasePage& data) {
  for (const AnsweredFile& file : data.answers.files) {
    if (file.scan != ScanState::kQuarantined) continue;
    content.Add("QUARANTINED_FILE")
        .Text("NAME", file.name)
        .Text("VALUE", AboutQuarantinedFile(tr, data.state));
  }
}

void AddReplacedFiles(Dictionary& content, const Translator& tr, const CasePage& data) {
  if (data.replaced_files.empty()) return;
  Dictionary list = content.Add("REPLACED");
  for (const ReplacedFile& replaced : data.replaced_files) {
    Dictionary line = list.Add("REPLACED_FILE");
    FillFile(line, tr, replaced.file);
    line.Text("SLOT", SlotLabel(tr, data.answers.service, replaced.file.slot))
        .Text("AT", FormatTime(replaced.replaced_at));
  }
}

}  // namespace

std::string RenderCase(const Renderer& renderer, const PageFrame& frame, const CasePage& data) {
  Page page(renderer, frame, "pages/case.tpl");
  const Translator& tr = page.tr();
  std::string service = ServiceName(tr, data.answers.service);
  page.Title(service + " " + data.receipt_number);
  const std::string opinion = data.history.empty() ? "" : data.history.back().opinion;
  Dictionary& content = page.content();
  content.Text("SERVICE", service)
      .Text("RECEIPT", data.receipt_number)
      .Text("GROUP", data.group_number)
      .Text("APPLICANT", data.applicant_name)
      .Text("PERMIT_NUMBER", data.permit_number)
      .Text("SUBMITTED", FormatTime(data.submitted_at))
      .Text("SINCE", FormatTime(data.state_since))
      .Text("FEE", data.fee == 0 ? tr("Free") : tr.Money(data.fee))
      .Text("NEXT", WhatNext(tr, data.state, !opinion.empty()));
  FillState(content, tr, data.state, data.returned_by);
  if (data.state == CaseState::kDisapproved || data.state == CaseState::kNotAccepted ||
      data.state == CaseState::kReturnedForCorrection ||
      data.state == CaseState::kReturnedForDocuments) {
    content.ShowText("OPINION_NOW", opinion);
  }
  if (data.last_day) content.ShowText("DEADLINE", DeadlineText(tr, data.state, *data.last_day));
  content.Choose(data.from_progress, "FROM_PROGRESS", "FROM_TODO");
  AddPermit(content, data);
  ShowTurn(content, tr, data);
  ShowActions(content, data);
  AddQuarantinedFiles(content, tr, data);
  AddAnswers(page, "ANSWERS", data.answers);
  AddReplacedFiles(content, tr, data);
  AddHistory(content, tr, data);
  return page.Html();
}

}  // namespace permit::views
