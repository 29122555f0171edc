#include "handlers/progress/progress.h"

#include "handlers/web/case_search.h"
#include "handlers/web/frame.h"
#include "handlers/web/paths.h"
#include "sql/database.h"
#include "views/pages/progress_pages.h"

namespace permit {
namespace {

std::string Link(const Params& query, std::int64_t page) {
  const std::string text = WriteSearch(query, page);
  return std::string(kProgressPath) + (text.empty() ? "" : "?" + text);
}

views::ProgressSearch Typed(const Params& query, FieldErrors errors) {
  return {.group = std::string(query.Get("group")),
          .receipt = std::string(query.Get("receipt")),
          .service = std::string(query.Get("service")),
          .stage = std::string(query.Get("stage")),
          .from = std::string(query.Get("from")),
          .to = std::string(query.Get("to")),
          .errors = std::move(errors)};
}

views::ProgressList List(const Params& query, std::int64_t page, const sql::FoundCases& found) {
  views::ProgressList list;
  list.first = (page - 1) * kProgressLinesPerPage + 1;
  list.total = found.total;
  list.search_link = Link(query, 0);
  if (page > 1) list.previous_link = Link(query, page - 1);
  if (found.total >= list.first + kProgressLinesPerPage) list.next_link = Link(query, page + 1);
  for (const sql::FoundCase& item : found.cases) {
    list.lines.push_back({.group_number = item.group_number,
                          .applicant_name = item.applicant_name,
                          .service = item.service,
                          .receipt_number = item.receipt_number,
                          .state = item.state,
                          .applicants = item.applicants,
                          .submitted_on = TaipeiDate(item.submitted_at)});
  }
  return list;
}

}  // namespace

Response ShowProgress(Context& context) {
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kProgress;
  const Params& query = context.request.query;
  const views::Renderer& renderer = context.services.renderer;
  if (!query.Has("list")) {
    return Response::Html(RenderProgressSearch(renderer, frame, Typed(query, {})));
  }
  SearchQuery search = ReadSearch(query);
  if (!search.errors.empty()) {
    return Response::Html(
        RenderProgressSearch(renderer, frame, Typed(query, std::move(search.errors))), 422);
  }
  const sql::FoundCases found =
      sql::SearchCases(context.services.database, context.visitor->applicant_id, search.filter,
                       kProgressLinesPerPage, (search.page - 1) * kProgressLinesPerPage);
  if (found.cases.empty() && search.page > 1) return Response::SeeOther(Link(query, 1));
  return Response::Html(RenderProgressList(renderer, frame, List(query, search.page, found)));
}

}  // namespace permit
