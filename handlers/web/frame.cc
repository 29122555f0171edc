#include "handlers/web/frame.h"

#include "fcgi/base/crypto.h"
#include "views/pages/error_pages.h"

namespace permit {
namespace {

std::string QueryWithoutLanguage(const Params& query) {
  std::string text;
  for (const auto& [name, value] : query.entries()) {
    if (name == "lang") continue;
    if (!text.empty()) text += '&';
    text += PercentEncode(name) + '=' + PercentEncode(value);
  }
  return text;
}

}  // namespace

views::PageFrame Frame(const Context& context) {
  views::PageFrame frame;
  frame.language = context.language;
  // The path of the request: a page that a POST shows is not found by a GET of its query.
  frame.path = context.request.path;
  frame.query = QueryWithoutLanguage(context.request.query);
  frame.csrf_token = context.csrf_token;
  frame.request_id = context.request.request_id;
  if (context.form_fault != 0) {
    frame.notices.push_back(
        views::FormFaultNotice(context.services.renderer, context.language, context.form_fault));
  }
  if (context.visitor) {
    frame.visitor_name = context.visitor->display_name;
    frame.visitor_login = context.visitor->login_name;
    frame.idle_seconds = static_cast<int>(context.services.settings.session_idle_minutes) * 60;
  }
  return frame;
}

}  // namespace permit
