#include "handlers/correction/correction.h"
#include "handlers/correction/pending_correction.h"
#include "handlers/web/case_waits.h"
#include "handlers/web/frame.h"
#include "handlers/web/group_detail.h"
#include "handlers/web/own_case.h"
#include "handlers/web/paths.h"
#include "sql/case_search_store.h"
#include "views/pages/correction_pages.h"

namespace permit {

Response ShowCorrection(Context& context) {
  const sql::Case found = FindOwnCase(context);
  auto group =
      sql::FindGroup(context.services.database, context.visitor->applicant_id, found.group_number);
  if (!group) throw HttpError(404, "no such group of this applicant");
  views::CorrectionDetail page{
      .group = FactsOf(*group), .members = {}, .state = {}, .last_day = {}};
  for (const sql::GroupMember& member : group->members) {
    if (IsReturned(member.state)) page.members.push_back(MemberOf(member));
  }
  if (page.members.empty()) {
    return Response::SeeOther(CasePath(found.receipt_number));
  }
  page.state = found.state;
  page.last_day = LastDayOf(found.state, found.state_since, CaseWaitsOf(context.services.settings),
                            context.today());
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kCorrections;
  return Response::Html(RenderCorrectionDetail(context.services.renderer, frame, page));
}

}  // namespace permit
