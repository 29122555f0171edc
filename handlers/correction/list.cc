#include "handlers/correction/correction.h"
#include "handlers/web/case_waits.h"
#include "handlers/web/frame.h"
#include "sql/case_search_store.h"
#include "sql/database.h"
#include "views/pages/correction_pages.h"

namespace permit {
namespace {

constexpr int kCasesShown = 200;

}  // namespace

Response ListCorrections(Context& context) {
  sql::CaseFilter filter;
  filter.states = StatesAllowing(CaseEvent::kAnswer);
  views::CorrectionList page;
  const CaseWaits waits = CaseWaitsOf(context.services.settings);
  for (const sql::FoundCase& item :
       sql::SearchCases(context.services.database, context.visitor->applicant_id, filter,
                        kCasesShown)
           .cases) {
    page.lines.push_back(
        {.group_number = item.group_number,
         .applicant_name = item.applicant_name,
         .service = item.service,
         .receipt_number = item.receipt_number,
         .state = item.state,
         .returned_by = item.returned_by,
         .applicants = item.applicants,
         .submitted_on = TaipeiDate(item.submitted_at),
         .last_day = LastDayOf(item.state, item.state_since, waits, context.today())});
  }
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kCorrections;
  return Response::Html(RenderCorrectionList(context.services.renderer, frame, page));
}

}  // namespace permit
