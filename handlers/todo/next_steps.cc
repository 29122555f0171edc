#include "handlers/todo/next_steps.h"

#include <algorithm>
#include <tuple>

#include "handlers/rules/draft_end.h"
#include "handlers/rules/permit_days.h"
#include "handlers/web/paths.h"
#include "handlers/web/permit_paths.h"

namespace permit {
namespace {

using views::TodoStep;
using views::TodoStepKind;

// The steps in the order in which they are shown.
int UrgencyOf(TodoStepKind kind) { return static_cast<int>(kind); }

bool IsOver(const PermitFacts& facts, Date today) {
  return facts.expires_on < today || facts.stay_until < today;
}

// One that holds before one that does not, a multiple-entry permit before the single-entry one that
// it was issued beside, the longer stay before the shorter.
const sql::TodoPermitRow* PresentPermit(const std::vector<sql::TodoPermitRow>& permits,
                                        Date today) {
  const auto rank = [&](const sql::TodoPermitRow& permit) {
    return std::tuple(!IsOver(permit.facts, today), permit.facts.kind == PermitKind::kMultipleEntry,
                      std::chrono::sys_days(permit.facts.stay_until));
  };
  const auto best =
      std::max_element(permits.begin(), permits.end(),
                       [&](const auto& one, const auto& other) { return rank(one) < rank(other); });
  return best == permits.end() ? nullptr : &*best;
}

views::TodoPermit ShownPermit(const sql::TodoPermitRow& permit, Date today) {
  return {.kind = permit.facts.kind,
          .number = permit.number,
          .expires_on = permit.facts.expires_on,
          .stay_until = permit.facts.stay_until,
          .exchange_by = DayOf(permit.facts, PermitDay::kExchange),
          .extend_from = DayOf(permit.facts, PermitDay::kExtend),
          .is_over = IsOver(permit.facts, today),
          .paper = permit.issued_here ? PermitPaperPath(permit.number) : std::string(),
          .calendar_of_stay = PermitDayPath(permit.number, PermitDay::kStay),
          .calendar_of_exchange = PermitDayPath(permit.number, PermitDay::kExchange),
          .calendar_of_extension = PermitDayPath(permit.number, PermitDay::kExtend)};
}

std::optional<TodoStepKind> StepOf(const sql::TodoCaseRow& row) {
  switch (row.state) {
    case CaseState::kSubmitted:
    case CaseState::kFirstReview:
    case CaseState::kSecondReview:
      return TodoStepKind::kReviewed;
    case CaseState::kReturnedForCorrection:
    case CaseState::kReturnedForDocuments:
      return TodoStepKind::kAnswer;
    case CaseState::kAwaitingPayment:
      return row.unapplied.empty() ? TodoStepKind::kPay : TodoStepKind::kMoneyArrived;
    case CaseState::kApproved:
    case CaseState::kPaid:
      return TodoStepKind::kPermitMade;
    case CaseState::kDisapproved:
    case CaseState::kNotAccepted:
    case CaseState::kWithdrawn:
    case CaseState::kIssued:
      return std::nullopt;
  }
  return std::nullopt;
}

std::string LinkOf(TodoStepKind kind, const sql::TodoCaseRow& row) {
  switch (kind) {
    case TodoStepKind::kAnswer:
      return CorrectionPath(row.receipt_number);
    case TodoStepKind::kMoneyArrived:
      return PaymentPath(row.unapplied);
    case TodoStepKind::kPay:
      return std::string(kPaymentListPath);
    case TodoStepKind::kContinueDraft:
    case TodoStepKind::kApply:
    case TodoStepKind::kDownload:
    case TodoStepKind::kPermitMade:
    case TodoStepKind::kReviewed:
      return CasePath(row.receipt_number);
  }
  return {};
}

void AddCases(std::vector<TodoStep>& steps, const sql::TodoRows& rows, const TodoTerms& terms,
              Date today) {
  for (const sql::TodoCaseRow& row : rows.cases) {
    const auto kind = StepOf(row);
    if (!kind) continue;
    TodoStep step{.kind = *kind,
                  .service = row.service,
                  .number = row.receipt_number,
                  .fee = row.fee,
                  .link = LinkOf(*kind, row)};
    if (*kind == TodoStepKind::kAnswer || *kind == TodoStepKind::kPay) {
      step.day = LastDayOf(row.state, row.state_since, terms.waits, today);
      step.calendar = CaseDeadlinePath(row.receipt_number);
    }
    steps.push_back(std::move(step));
  }
}

void AddDrafts(std::vector<TodoStep>& steps, const sql::TodoRows& rows, const TodoTerms& terms) {
  for (const sql::TodoDraftRow& row : rows.drafts) {
    steps.push_back({.kind = TodoStepKind::kContinueDraft,
                     .service = row.service,
                     .number = row.permit_number,
                     .day = LastDraftDay(row.updated_at + terms.draft_kept),
                     .link = DraftPath(row.id)});
  }
}

bool HasDraft(const sql::TodoRows& rows, const sql::TodoPermitRow& permit, Service service) {
  return std::any_of(rows.drafts.begin(), rows.drafts.end(), [&](const sql::TodoDraftRow& draft) {
    return draft.permit_id == permit.id && draft.service == service;
  });
}

// The exchange or the extension, once its day has come. A change of data is nobody's next step.
void AddApplication(std::vector<TodoStep>& steps, const sql::TodoRows& rows,
                    const sql::TodoPermitRow& permit, Date today) {
  for (Service service : {Service::kExchange, Service::kExtension}) {
    if (!CheckEligibility(service, permit.facts, today).allowed()) continue;
    if (HasDraft(rows, permit, service)) continue;
    const PermitDay day = service == Service::kExchange ? PermitDay::kExchange : PermitDay::kStay;
    TodoStep step{.kind = TodoStepKind::kApply,
                  .service = service,
                  .number = permit.number,
                  .day = DayOf(permit.facts, day),
                  .link = DeclarationPath(service)};
    step.is_late = step.day && *step.day < today;
    if (step.day && !step.is_late) step.calendar = PermitDayPath(permit.number, day);
    steps.push_back(std::move(step));
  }
}

// With nothing else to do, a permit that was made here is to be printed.
void AddDownload(std::vector<TodoStep>& steps, const views::TodoPermit& permit) {
  if (!steps.empty() || permit.paper.empty() || permit.is_over) return;
  steps.push_back({.kind = TodoStepKind::kDownload, .number = permit.number, .link = permit.paper});
}

}  // namespace

views::TodoStudent StudentOf(const sql::TodoRows& rows, const TodoTerms& terms, Date today) {
  views::TodoStudent student;
  AddCases(student.steps, rows, terms, today);
  AddDrafts(student.steps, rows, terms);
  if (const sql::TodoPermitRow* permit = PresentPermit(rows.permits, today)) {
    student.permit = ShownPermit(*permit, today);
    AddApplication(student.steps, rows, *permit, today);
    AddDownload(student.steps, *student.permit);
    if (permit->facts.kind == PermitKind::kMultipleEntry) {
      student.service = Service::kDataChange;
    }
  }
  student.apply = DeclarationPath(student.service);
  std::stable_sort(student.steps.begin(), student.steps.end(),
                   [](const TodoStep& one, const TodoStep& other) {
                     return UrgencyOf(one.kind) < UrgencyOf(other.kind);
                   });
  return student;
}

}  // namespace permit
