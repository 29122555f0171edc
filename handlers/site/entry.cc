#include "handlers/site/entry.h"

#include "fcgi/http/form.h"
#include "handlers/web/case_waits.h"
#include "handlers/web/frame.h"
#include "handlers/web/paths.h"
#include "sql/usual_time_store.h"
#include "views/pages/site_pages.h"

namespace permit {
namespace {

// The page comes without them when the database is away.
sql::UsualReviews Reviews(Context& context) {
  try {
    return sql::FindUsualReviews(context.services.database);
  } catch (const sql::Unavailable&) {
    return {};
  }
}

Response LeadTo(const Context& context, std::string_view path) {
  return Response::SeeOther(std::string(path) + QueryText(context.request.query));
}

}  // namespace

Response ShowPortal(Context& context) {
  const Settings& settings = context.services.settings;
  const views::PortalPage page{.foreign_site = settings.foreign_site_url,
                               .hk_macau_site = settings.hk_macau_site_url,
                               .no_household_site = settings.no_household_site_url};
  return Response::Html(views::RenderPortal(context.services.renderer, Frame(context), page));
}

Response ShowIntroduction(Context& context) {
  const CaseWaits waits = CaseWaitsOf(context.services.settings);
  const views::IntroductionPage page{
      .reviews = Reviews(context), .answer_days = waits.answer_days, .pay_days = waits.pay_days};
  return Response::Html(views::RenderIntroduction(context.services.renderer, Frame(context), page));
}

Response LeadToPortal(Context& context) { return LeadTo(context, kEntryPath); }

Response LeadToTodo(Context& context) { return LeadTo(context, kTodoPath); }

}  // namespace permit
