// The closed lists of the forms: what is stored, and the English msgids that are shown.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace permit {

struct Choice {
  std::string_view code;
  std::string_view label;
  std::string_view brief = {};  // where a sentence names a long one; empty: its label will do
  bool alone = false;           // of a list of ticks: excludes the others
};

std::span<const Choice> SexChoices();            // male female
std::span<const Choice> ProvinceChoices();       // the provinces of mainland China: "jiangsu" …
std::span<const Choice> QualificationChoices();  // general academic-cooperation
std::span<const Choice> YesNoChoices();          // no yes
std::span<const Choice> StudyLevelChoices();     // associate bachelor master doctor …
std::span<const Choice> GradeChoices();          // "1" … "7" extended
std::span<const Choice> EducationChoices();      // senior-high … doctor
std::span<const Choice> DeclaredPostChoices();   // formerly at-present never
std::span<const Choice> GuarantorKindChoices();  // juridical natural
std::span<const Choice> LifeChoices();           // alive deceased

const Choice* FindChoice(std::span<const Choice> choices, std::string_view code);

// The codes of an answer: one, or of ticks as many as there are, with a space between them.
std::vector<std::string_view> CodesOf(std::string_view answer);
bool HasCode(std::string_view answer, std::string_view code);

}  // namespace permit
