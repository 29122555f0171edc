#include "views/pages/todo_student.h"

#include "views/dictionary.h"
#include "views/translator.h"
#include "views/words/case_words.h"
#include "views/words/permit_words.h"

namespace permit::views {
namespace {

std::string WhatToDo(const Translator& tr, const TodoStep& step) {
  switch (step.kind) {
    case TodoStepKind::kAnswer:
      return tr(
          "A reviewer has returned your application. Read the comments, make the changes and send "
          "it again.");
    case TodoStepKind::kMoneyArrived:
      return tr("We have received your money: do not pay again");
    case TodoStepKind::kPay:
      return tr("Your application is approved. Pay the fee of {AMOUNT} to get your permit.",
                {{"AMOUNT", tr.Money(step.fee)}});
    case TodoStepKind::kContinueDraft:
      return tr("You have started an application but not sent it yet.");
    case TodoStepKind::kApply:
      return step.service == Service::kExchange
                 ? tr("Exchange your single-entry permit for a multiple-entry permit.")
                 : tr("Your stay ends soon. You can apply to extend it now.");
    case TodoStepKind::kDownload:
      return tr("Your permit is ready. Download and print it.");
    case TodoStepKind::kPermitMade:
      return tr("Your application has been approved. Your permit is being prepared.");
    case TodoStepKind::kReviewed:
      return tr("Your application is waiting for a reviewer. You do not need to do anything now.");
  }
  return {};
}

std::string ByWhen(const Translator& tr, const TodoStep& step) {
  if (!step.day) return {};
  const std::string day = FormatDate(*step.day);
  switch (step.kind) {
    case TodoStepKind::kAnswer:
      return tr("Respond by {DAY}", {{"DAY", day}});
    case TodoStepKind::kPay:
      return tr("Pay by {DAY}", {{"DAY", day}});
    case TodoStepKind::kContinueDraft:
      return tr("Your draft is kept until {DAY}", {{"DAY", day}});
    case TodoStepKind::kApply:
      return step.is_late
                 ? tr("You should have done this by {DAY}. You can still apply, so do it now.",
                      {{"DAY", day}})
                 : tr("Apply by {DAY}", {{"DAY", day}});
    case TodoStepKind::kMoneyArrived:
    case TodoStepKind::kDownload:
    case TodoStepKind::kPermitMade:
    case TodoStepKind::kReviewed:
      return {};
  }
  return {};
}

std::string ActionOf(const Translator& tr, TodoStepKind kind) {
  switch (kind) {
    case TodoStepKind::kAnswer:
      return tr("Respond to the reviewer");
    case TodoStepKind::kMoneyArrived:
      return tr("View the payment");
    case TodoStepKind::kPay:
      return tr("Pay the fee");
    case TodoStepKind::kContinueDraft:
      return tr("Continue the application");
    case TodoStepKind::kApply:
      return tr.In("menu", "Apply online");
    case TodoStepKind::kDownload:
      return tr("Download the permit");
    case TodoStepKind::kPermitMade:
    case TodoStepKind::kReviewed:
      return tr("View the application");
  }
  return {};
}

// Which application or permit it is about.
std::string AboutWhat(const Translator& tr, const TodoStep& step) {
  const std::string service = ServiceName(tr, step.service);
  switch (step.kind) {
    case TodoStepKind::kAnswer:
    case TodoStepKind::kMoneyArrived:
    case TodoStepKind::kPay:
    case TodoStepKind::kPermitMade:
    case TodoStepKind::kReviewed:
      return tr("{SERVICE}, receipt number {NUMBER}",
                {{"SERVICE", service}, {"NUMBER", step.number}});
    case TodoStepKind::kContinueDraft:
    case TodoStepKind::kApply:
      return tr("{SERVICE}, permit number {NUMBER}",
                {{"SERVICE", service}, {"NUMBER", step.number}});
    case TodoStepKind::kDownload:
      return tr("Permit number {NUMBER}", {{"NUMBER", step.number}});
  }
  return {};
}

// Waiting is no step that calls for the page's one main button.
bool IsForStudent(TodoStepKind kind) {
  return kind != TodoStepKind::kPermitMade && kind != TodoStepKind::kReviewed;
}

void AddSteps(Dictionary& content, const Translator& tr, const TodoStudent& student) {
  if (student.steps.empty()) {
    content.Add("NO_STEPS")
        .Text("APPLY", student.apply)
        .Text("SERVICE", ServiceName(tr, student.service));
    return;
  }
  Dictionary list = content.Add("STEPS");
  bool first = true;
  for (const TodoStep& step : student.steps) {
    Dictionary item = list.Add("STEP");
    item.Text("WHAT", WhatToDo(tr, step))
        .Text("ABOUT", AboutWhat(tr, step))
        .Text("LINK", step.link)
        .Text("ACTION", ActionOf(tr, step.kind))
        .Text("NUMBER", step.number)
        .ShowIf(!first || !IsForStudent(step.kind), "LATER");
    const std::string by = ByWhen(tr, step);
    if (!by.empty()) {
      item.Add("BY").Text("VALUE", by).ShowText("CALENDAR", step.calendar);
    }
    first = false;
  }
}

void AddDay(Dictionary& place, std::string_view section, const std::optional<Date>& day,
            bool is_over, const std::string& calendar) {
  if (!day) return;
  Dictionary row = place.Add(section);
  row.Text("DAY", FormatDate(*day));
  if (!is_over) row.ShowText("CALENDAR", calendar);
}

}  // namespace

void AddStudent(Dictionary& content, const Translator& tr, const TodoStudent& student) {
  AddSteps(content, tr, student);
  if (!student.permit) return;
  const TodoPermit& permit = *student.permit;
  Dictionary place = content.Add("PERMIT");
  place.Text("KIND", PermitKindName(tr, permit.kind))
      .Text("NUMBER", permit.number)
      .Text("EXPIRES_ON", FormatDate(permit.expires_on))
      .Text("STAY_UNTIL", FormatDate(permit.stay_until))
      .ShowIf(permit.is_over, "OVER")
      .ShowText("PAPER", permit.paper);
  if (!permit.is_over) place.ShowText("STAY_CALENDAR", permit.calendar_of_stay);
  AddDay(place, "EXCHANGE", permit.exchange_by, permit.is_over, permit.calendar_of_exchange);
  AddDay(place, "EXTENSION", permit.extend_from, permit.is_over, permit.calendar_of_extension);
}

}  // namespace permit::views
