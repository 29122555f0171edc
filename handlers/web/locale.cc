#include "handlers/web/locale.h"

namespace permit {
namespace {

constexpr std::string_view kLanguageCookie = "lang";
constexpr long kYearSeconds = 365L * 24 * 3600;

// The first language of the header decides; what is neither Chinese nor English reads English.
Language FromHeader(std::string_view accept_language) {
  if (accept_language.empty() || accept_language.starts_with("zh") ||
      accept_language.starts_with("*")) {
    return Language::kChinese;
  }
  return Language::kEnglish;
}

}  // namespace

void ChooseLanguage(Context& context) {
  const Request& request = context.request;
  if (auto asked = LanguageFromTag(request.query.Get("lang"))) {
    context.language = *asked;
    context.cookies_to_set.push_back(
        {std::string(kLanguageCookie), std::string(LanguageTag(*asked)), kYearSeconds});
    return;
  }
  auto kept = LanguageFromTag(request.cookies.Get(CookieName(kLanguageCookie, request.tls)));
  context.language = kept ? *kept : FromHeader(request.accept_language);
}

}  // namespace permit
