// The languages of the site and what they are called elsewhere.
#pragma once

#include <optional>
#include <string_view>

namespace permit {

enum class Language { kChinese, kEnglish };
inline constexpr Language kLanguages[] = {Language::kChinese, Language::kEnglish};

// As in ?lang=, the cookie, the html lang attribute and the database: "zh-TW", "en".
constexpr std::string_view LanguageTag(Language language) {
  switch (language) {
    case Language::kChinese:
      return "zh-TW";
    case Language::kEnglish:
      return "en";
  }
  return "";
}

constexpr std::optional<Language> LanguageFromTag(std::string_view tag) {
  for (Language language : kLanguages) {
    if (LanguageTag(language) == tag) return language;
  }
  return std::nullopt;
}

// Marks an English message in a table for the catalogs; views put it into the page's language.
constexpr const char* Msgid(const char* message) { return message; }

}  // namespace permit
