#include "views/pdf/language_runs.h"

#include <glib.h>

namespace permit::views {
namespace {

std::string_view LanguageOf(gunichar point) {
  switch (g_unichar_get_script(point)) {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      return kChinese;
    case G_UNICODE_SCRIPT_LATIN:
      return kEnglish;
    default:
      return "";
  }
}

}  // namespace

std::vector<LanguageRun> LanguageRuns(std::string_view utf8) {
  std::vector<LanguageRun> runs;
  if (utf8.empty()) return runs;
  runs.push_back({0, utf8.size(), ""});
  std::size_t after_space = 0;  // behind the last space since the last letter; 0: none
  for (std::size_t at = 0; at < utf8.size();) {
    const gunichar point = g_utf8_get_char(utf8.data() + at);
    const std::size_t next = at + static_cast<std::size_t>(g_unichar_to_utf8(point, nullptr));
    const std::string_view language = LanguageOf(point);
    if (language.empty()) {
      if (point == ' ' || point == '\n') after_space = next;
      at = next;
      continue;
    }
    if (runs.back().language.empty()) {
      runs.back().language = language;
    } else if (runs.back().language != language) {
      const std::size_t cut = after_space != 0 ? after_space : at;
      runs.back().end = cut;
      runs.push_back({cut, utf8.size(), language});
    }
    after_space = 0;
    at = next;
  }
  return runs;
}

}  // namespace permit::views
