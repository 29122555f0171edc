#include "handlers/web/case_search.h"
#include "handlers/web/frame.h"
#include "handlers/web/paths.h"
#include "handlers/withdrawal/withdrawal.h"
#include "sql/database.h"
#include "views/pages/withdrawal_pages.h"

namespace permit {
namespace {

constexpr int kCasesShown = 50;

std::optional<std::string> FindGroup(Context& context, const sql::CaseFilter& filter) {
  sql::CaseFilter either = filter;
  if (!either.group_number.empty()) either.receipt_number.clear();
  const sql::FoundCases found =
      sql::SearchCases(context.services.database, context.visitor->applicant_id, either, 1);
  if (found.cases.empty()) return std::nullopt;
  return found.cases.front().group_number;
}

std::vector<views::WithdrawalSearchLine> PossibleCases(Context& context) {
  sql::CaseFilter filter;
  filter.states = StatesAllowing(CaseEvent::kWithdraw);
  std::vector<views::WithdrawalSearchLine> lines;
  for (const sql::FoundCase& item :
       sql::SearchCases(context.services.database, context.visitor->applicant_id, filter,
                        kCasesShown)
           .cases) {
    lines.push_back({item.group_number, item.receipt_number, item.service, item.state,
                     TaipeiDate(item.submitted_at)});
  }
  return lines;
}

}  // namespace

Response SearchWithdrawal(Context& context) {
  const Params& query = context.request.query;
  views::WithdrawalSearch page;
  page.group = query.Get("group");
  page.receipt = query.Get("receipt");
  if (!page.group.empty() || !page.receipt.empty()) {
    Params numbers;
    numbers.Add("group", page.group);
    numbers.Add("receipt", page.receipt);
    SearchQuery search = ReadSearch(numbers);
    page.errors = std::move(search.errors);
    if (page.errors.empty()) {
      if (auto group = FindGroup(context, search.filter)) {
        return Response::SeeOther(WithdrawalPath(*group));
      }
      page.not_found = true;
    }
  }
  page.possible = PossibleCases(context);
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kWithdrawal;
  const bool refused = page.not_found || !page.errors.empty();
  return Response::Html(RenderWithdrawalSearch(context.services.renderer, frame, page),
                        refused ? 422 : 200);
}

}  // namespace permit
