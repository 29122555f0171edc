#include "handlers/web/locale.h"

#include <algorithm>

#include "fcgi/http/text.h"

namespace permit {
namespace {

constexpr std::string_view kLanguageCookie = "lang";
constexpr long kYearSeconds = 365L * 24 * 3600;

// ISO 639: Chinese and the languages that it comprises, as browsers name them.
constexpr std::string_view kChineseCodes[] = {"zh", "cmn", "yue", "nan", "hak", "wuu"};

// By the primary subtag alone: "zh", "ZH-tw", "zh_TW", "zh-Hans-CN", "en-US".
std::optional<Language> LanguageOfTag(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  const auto is = [&](std::string_view code) { return EqualsIgnoringCase(primary, code); };
  if (std::any_of(std::begin(kChineseCodes), std::end(kChineseCodes), is)) {
    return Language::kChinese;
  }
  if (is("en")) return Language::kEnglish;
  return std::nullopt;
}

// RFC 9110, section 12.4.2: 0 to 1 in thousandths; nullopt when it is malformed.
std::optional<int> ReadWeight(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int weight = (text[0] - '0') * 1000;
  int digit = 100;
  for (char c : text.substr(std::min<std::size_t>(text.size(), 2))) {
    if (c < '0' || c > '9') return std::nullopt;
    weight += (c - '0') * digit;
    digit /= 10;
  }
  return weight <= 1000 ? std::optional(weight) : std::nullopt;
}

struct LanguageRange {
  std::string_view tag;
  int weight = 1000;
};

// nullopt: malformed, to be passed over.
std::optional<LanguageRange> ReadRange(std::string_view text) {
  LanguageRange range;
  std::size_t end = text.find(';');
  range.tag = TrimBlanks(text.substr(0, end));
  if (!IsToken(range.tag)) return std::nullopt;
  if (end == std::string_view::npos) return range;
  std::string_view parameter = TrimBlanks(text.substr(end + 1));
  const std::size_t equals = parameter.find('=');
  if (equals == std::string_view::npos ||
      !EqualsIgnoringCase(TrimBlanks(parameter.substr(0, equals)), "q")) {
    return std::nullopt;
  }
  const auto weight = ReadWeight(TrimBlanks(parameter.substr(equals + 1)));
  if (!weight) return std::nullopt;
  range.weight = *weight;
  return range;
}

// The heaviest of the two languages decides, of equals the one named first. "*" stands for what is
// not named. Who asks for other languages alone reads English, who asks for none Chinese.
Language FromHeader(std::string_view accept_language) {
  std::optional<int> chinese, english, any;
  bool chinese_first = true, other = false;
  while (!accept_language.empty()) {
    const std::string_view text = accept_language.substr(0, accept_language.find(','));
    accept_language.remove_prefix(std::min(accept_language.size(), text.size() + 1));
    const auto range = ReadRange(text);
    if (!range) continue;
    const auto language = LanguageOfTag(range->tag);
    if (range->tag == "*") {
      any = std::max(any.value_or(0), range->weight);
    } else if (language == Language::kChinese) {
      chinese = std::max(chinese.value_or(0), range->weight);
    } else if (language == Language::kEnglish) {
      if (!chinese) chinese_first = false;
      english = std::max(english.value_or(0), range->weight);
    } else {
      other = other || range->weight > 0;
    }
  }
  if (!chinese && !english) return other ? Language::kEnglish : Language::kChinese;
  const int for_chinese = chinese.value_or(any.value_or(0));
  const int for_english = english.value_or(any.value_or(0));
  if (for_chinese == for_english) {
    if (for_chinese == 0) return chinese ? Language::kEnglish : Language::kChinese;
    return chinese && chinese_first ? Language::kChinese : Language::kEnglish;
  }
  return for_chinese > for_english ? Language::kChinese : Language::kEnglish;
}

}  // namespace

void ChooseLanguage(Context& context) {
  const Request& request = context.request;
  if (auto asked = LanguageOfTag(request.query.Get("lang"))) {
    context.language = *asked;
    context.cookies_to_set.push_back(
        {std::string(kLanguageCookie), std::string(LanguageTag(*asked)), kYearSeconds});
    return;
  }
  auto kept = LanguageOfTag(request.cookies.Get(CookieName(kLanguageCookie, request.tls)));
  context.language = kept ? *kept : FromHeader(request.accept_language);
}

}  // namespace permit
