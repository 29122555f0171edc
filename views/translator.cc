#include "views/translator.h"

#include "views/renderer.h"

namespace permit::views {
namespace {

std::string Fill(std::string_view sentence, Translator::Places places) {
  std::string text;
  while (!sentence.empty()) {
    std::size_t open = sentence.find('{');
    std::size_t close = sentence.find('}', open);
    if (open == sentence.npos || close == sentence.npos) break;
    text += sentence.substr(0, open);
    std::string_view name = sentence.substr(open + 1, close - open - 1);
    bool known = false;
    for (const auto& [place, value] : places) {
      if (place != name) continue;
      text += value;
      known = true;
    }
    if (!known) text += sentence.substr(open, close - open + 1);
    sentence.remove_prefix(close + 1);
  }
  return text.append(sentence);
}

}  // namespace

std::string Translator::operator()(std::string_view message, Places places) const {
  return Fill(renderer_.Translate(language_, message), places);
}

std::string Translator::In(std::string_view context, std::string_view message,
                           Places places) const {
  return Fill(renderer_.Translate(language_, context, message), places);
}

std::string Translator::Count(std::string_view singular, std::string_view plural, int n,
                              Places places) const {
  std::string number = std::to_string(n);
  return Fill(Fill(renderer_.Translate(language_, singular, plural, n), {{"N", number}}), places);
}

std::string Translator::Money(std::int64_t amount) const {
  std::string digits = std::to_string(amount < 0 ? -amount : amount);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return (amount < 0 ? "-NT$" : "NT$") + digits;
}

std::string Translator::LongDate(Date date) const { return renderer_.LongDate(language_, date); }

}  // namespace permit::views
