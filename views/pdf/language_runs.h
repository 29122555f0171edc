// In which language each part of a text on a paper is: Chinese or English, as its letters say.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace permit::views {

inline constexpr std::string_view kChinese = "zh-Hant-TW";  // as BCP 47 has them
inline constexpr std::string_view kEnglish = "en";

struct LanguageRun {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  std::string_view language;  // empty: nothing in it is of a language, as in "2026/09/18"
};

// The text cut into runs, without gaps. Han characters are Chinese and Latin letters English;
// digits, signs and spaces go with the letters beside them: those after a space with what follows,
// others with what stands before, so that "18 Sep 2026 (2026年)" is cut before its bracket.
std::vector<LanguageRun> LanguageRuns(std::string_view utf8);

}  // namespace permit::views
