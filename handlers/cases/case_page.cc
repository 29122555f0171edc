#include "handlers/cases/case_page.h"

#include "handlers/form/given_file.h"
#include "handlers/web/case_waits.h"
#include "handlers/web/frame.h"
#include "handlers/web/own_case.h"
#include "handlers/web/permit_paths.h"
#include "sql/payment_store.h"
#include "sql/register_store.h"
#include "sql/upload_store.h"
#include "sql/usual_time_store.h"
#include "views/pages/case_pages.h"

namespace permit {
namespace {

views::CaseActor ActorOf(std::string_view actor) {
  if (actor.starts_with("student:")) return views::CaseActor::kStudent;
  if (actor == "system") return views::CaseActor::kSystem;
  return views::CaseActor::kAgency;
}

void AddAnswers(Context& context, const sql::Case& found, views::CasePage& page) {
  views::Answers& answers = page.answers;
  answers.service = found.service;
  answers.values = found.form;
  if (found.on_record) answers.on_record = *found.on_record;
  for (const sql::CaseFile& file : sql::CaseFiles(context.services.database, found.id)) {
    views::AnsweredFile shown = {file.slot, file.name, context.request.path + "/files/" + file.id,
                                 file.size};
    shown.scan = file.scan;
    shown.gone = file.removed_at.has_value();
    if (file.replaced_at) {
      page.replaced_files.push_back({std::move(shown), *file.replaced_at});
    } else {
      answers.files.push_back(std::move(shown));
    }
  }
}

// The payment whose money the cashier looks at; empty: none. Nothing more is to be paid meanwhile.
std::string UnappliedPayment(Context& context, const sql::Case& found) {
  if (found.state != CaseState::kAwaitingPayment) return {};
  for (const sql::PayableCase& one :
       sql::PayableCases(context.services.database, context.visitor->applicant_id)) {
    if (one.case_id == found.id) return one.unapplied;
  }
  return {};
}

// The days of the permit that the case has ended with, unless another has taken its place.
std::optional<views::IssuedPermit> PermitOf(Context& context, const sql::Case& found) {
  if (found.state != CaseState::kIssued) return std::nullopt;
  const auto permit = sql::FindPermitOfCase(context.services.database, found.id);
  if (!permit || permit->status != PermitStatus::kValid) return std::nullopt;
  return views::IssuedPermit{
      .stay_until = permit->stay_until,
      .extend_from = FirstExtensionDate(permit->stay_until),
      .calendar_of_stay = PermitDayPath(permit->number, PermitDay::kStay),
      .calendar_of_extension = PermitDayPath(permit->number, PermitDay::kExtend)};
}

void AddHistory(Context& context, const sql::Case& found, views::CasePage& page) {
  sql::Database& database = context.services.database;
  const std::vector<sql::CaseChange> changes = sql::CaseChanges(database, found.id);
  for (sql::CaseHistoryRow& row : sql::CaseHistory(database, found.id)) {
    views::CaseHistoryLine line = {row.at, ActorOf(row.actor),     row.event,
                                   row.to, std::move(row.opinion), {}};
    for (const sql::CaseChange& change : changes) {
      if (change.history_id == row.id) line.changes.push_back(change.change);
    }
    page.history.push_back(std::move(line));
  }
}

}  // namespace

Response ShowCase(Context& context) {
  sql::Case found = FindOwnCase(context);
  views::CasePage page;
  page.receipt_number = found.receipt_number;
  page.group_number = found.group_number;
  page.applicant_name = found.chinese_name;
  page.permit_number = found.permit_number;
  page.state = found.state;
  page.returned_by = found.returned_by;
  page.state_since = found.state_since;
  page.usual_time = sql::FindUsualTime(context.services.database, found.service, found.state);
  page.last_day = LastDayOf(found.state, found.state_since, CaseWaitsOf(context.services.settings),
                            context.today());
  page.unapplied = UnappliedPayment(context, found);
  if (!page.unapplied.empty()) page.last_day.reset();
  page.permit = PermitOf(context, found);
  page.from_progress = context.request.query.Get("from") == "progress";
  page.submitted_at = found.submitted_at;
  page.fee = found.fee;
  AddAnswers(context, found, page);
  AddHistory(context, found, page);
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kProgress;
  return Response::Html(views::RenderCase(context.services.renderer, frame, page));
}

Response ShowCaseFile(Context& context) {
  sql::Case found = FindOwnCase(context);
  std::string id(context.PathValue("id"));
  for (const sql::CaseFile& file : sql::CaseFiles(context.services.database, found.id)) {
    if (file.id != id) continue;
    return GivenFileResponse(
        context,
        sql::FindUploadOfApplicant(context.services.database, context.visitor->applicant_id, id));
  }
  throw HttpError(404, "the case has no such file");
}

}  // namespace permit
