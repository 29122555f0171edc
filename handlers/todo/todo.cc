#include "handlers/todo/todo.h"

#include <map>

#include "handlers/rules/draft_end.h"
#include "handlers/todo/announcements.h"
#include "handlers/todo/next_steps.h"
#include "handlers/web/case_waits.h"
#include "handlers/web/frame.h"
#include "sql/todo_store.h"
#include "views/pages/application_pages.h"
#include "views/pages/todo_pages.h"

namespace permit {
namespace {

constexpr std::size_t kAnnouncementsShown = 5;

// A group of several whose cases were all refused. The cases of a group belong to one applicant.
std::map<std::uint64_t, bool> RefusedGroups(const std::vector<sql::TodoCaseRow>& cases) {
  std::map<std::uint64_t, bool> refused;
  for (const sql::TodoCaseRow& row : cases) {
    bool is_refused = row.state == CaseState::kDisapproved || row.state == CaseState::kNotAccepted;
    auto [place, added] = refused.emplace(row.group_id, row.applicants > 1 && is_refused);
    if (!added) place->second = place->second && is_refused;
  }
  return refused;
}

}  // namespace

Response ShowTodo(Context& context) {
  sql::Database& database = context.services.database;
  views::TodoPage page;
  page.announcements = AnnouncementLines(context);
  if (page.announcements.size() > kAnnouncementsShown) {
    page.announcements.resize(kAnnouncementsShown);
  }

  sql::TodoRows rows =
      sql::FindTodo(database, context.visitor->applicant_id, context.visitor->account_id);
  auto refused_groups = RefusedGroups(rows.cases);
  for (const sql::TodoCaseRow& row : rows.cases) {
    page.cases.push_back({row.service, row.applicant_name, row.receipt_number, row.applicants,
                          row.state, refused_groups[row.group_id], TaipeiDate(row.submitted_at)});
  }
  const std::chrono::days kept(context.services.settings.draft_days);
  for (const sql::TodoDraftRow& row : rows.drafts) {
    page.drafts.push_back({row.id, row.service, row.permit_number, row.updated_at,
                           LastDraftDay(row.updated_at + kept)});
  }
  page.student = StudentOf(rows, {CaseWaitsOf(context.services.settings), kept}, context.today());
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kTodo;
  if (context.request.query.Get("done") == "draft-discarded") {
    frame.query.clear();
    frame.notices.push_back(
        views::DraftDiscardedNotice(context.services.renderer, context.language));
  }
  return Response::Html(views::RenderTodo(context.services.renderer, frame, page));
}

}  // namespace permit
