#include "handlers/site/information.h"

#include "handlers/web/frame.h"
#include "views/pages/information_pages.h"

namespace permit {
namespace {

Response Show(Context& context, views::Information information) {
  return Response::Html(
      views::RenderInformation(context.services.renderer, Frame(context), information));
}

}  // namespace

Response ShowContact(Context& context) { return Show(context, views::Information::kContact); }

Response ShowQuestions(Context& context) { return Show(context, views::Information::kQuestions); }

Response ShowPrivacyNotice(Context& context) { return Show(context, views::Information::kPrivacy); }

Response ShowAccessibilityStatement(Context& context) {
  return Show(context, views::Information::kAccessibility);
}

Response ShowSiteMap(Context& context) { return Show(context, views::Information::kSiteMap); }

}  // namespace permit
