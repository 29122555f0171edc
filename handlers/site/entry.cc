#include "handlers/site/entry.h"

#include "handlers/web/frame.h"
#include "views/pages/site_pages.h"

namespace permit {

Response ShowPortal(Context& context) {
  const Settings& settings = context.services.settings;
  const views::PortalPage page{.foreign_site = settings.foreign_site_url,
                               .hk_macau_site = settings.hk_macau_site_url,
                               .no_household_site = settings.no_household_site_url};
  return Response::Html(views::RenderPortal(context.services.renderer, Frame(context), page));
}

Response ShowIntroduction(Context& context) {
  return Response::Html(views::RenderIntroduction(context.services.renderer, Frame(context)));
}

}  // namespace permit
