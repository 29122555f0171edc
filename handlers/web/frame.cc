#include "handlers/web/frame.h"

namespace permit {
namespace {

std::string QueryWithoutLanguage(const Params& query) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string text;
  auto append = [&](std::string_view part) {
    for (unsigned char c : part) {
      bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '-' || c == '_' || c == '.';
      if (plain) {
        text += static_cast<char>(c);
      } else {
        text += '%';
        text += kHex[c >> 4];
        text += kHex[c & 15];
      }
    }
  };
  for (const auto& [name, value] : query.entries()) {
    if (name == "lang") continue;
    if (!text.empty()) text += '&';
    append(name);
    text += '=';
    append(value);
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
  if (context.visitor) {
    frame.visitor_name = context.visitor->display_name;
    frame.idle_seconds = static_cast<int>(context.services.settings.session_idle_minutes) * 60;
  }
  return frame;
}

}  // namespace permit
