#include "handlers/web/frame.h"

#include <algorithm>

#include "fcgi/base/crypto.h"
#include "handlers/web/show_typed.h"
#include "views/pages/error_pages.h"

namespace permit {
namespace {

std::string QueryWithoutLanguage(const Params& query) {
  std::string text;
  for (const auto& [name, value] : query.entries()) {
    if (name == "lang" || name == kShowTyped) continue;
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
    frame.visitor_name = context.visitor->shown_name;
    frame.visitor_login = context.visitor->login_name;
    // Of a session that is near its longest, less than it may idle.
    const auto left = context.visitor->session_ends - context.now();
    const std::chrono::minutes idle(context.services.settings.session_idle_minutes);
    frame.idle_seconds = static_cast<int>(
        std::min<std::chrono::seconds>(
            idle, std::chrono::floor<std::chrono::seconds>(std::max<Instant::duration>(left, {})))
            .count());
  }
  return frame;
}

}  // namespace permit
