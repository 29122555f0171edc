#include "handlers/rules/choices.h"

#include <algorithm>

#include "handlers/rules/language.h"

namespace permit {
namespace {

constexpr Choice kSex[] = {{"male", Msgid("Male")}, {"female", Msgid("Female")}};

constexpr Choice kProvinces[] = {
    {"beijing", Msgid("Beijing")},
    {"tianjin", Msgid("Tianjin")},
    {"hebei", Msgid("Hebei")},
    {"shanxi", Msgid("Shanxi")},
    {"inner-mongolia", Msgid("Inner Mongolia")},
    {"liaoning", Msgid("Liaoning")},
    {"jilin", Msgid("Jilin")},
    {"heilongjiang", Msgid("Heilongjiang")},
    {"shanghai", Msgid("Shanghai")},
    {"jiangsu", Msgid("Jiangsu")},
    {"zhejiang", Msgid("Zhejiang")},
    {"anhui", Msgid("Anhui")},
    {"fujian", Msgid("Fujian")},
    {"jiangxi", Msgid("Jiangxi")},
    {"shandong", Msgid("Shandong")},
    {"henan", Msgid("Henan")},
    {"hubei", Msgid("Hubei")},
    {"hunan", Msgid("Hunan")},
    {"guangdong", Msgid("Guangdong")},
    {"guangxi", Msgid("Guangxi")},
    {"hainan", Msgid("Hainan")},
    {"chongqing", Msgid("Chongqing")},
    {"sichuan", Msgid("Sichuan")},
    {"guizhou", Msgid("Guizhou")},
    {"yunnan", Msgid("Yunnan")},
    {"tibet", Msgid("Tibet")},
    {"shaanxi", Msgid("Shaanxi")},
    {"gansu", Msgid("Gansu")},
    {"qinghai", Msgid("Qinghai")},
    {"ningxia", Msgid("Ningxia")},
    {"xinjiang", Msgid("Xinjiang")},
};

constexpr Choice kQualifications[] = {
    {"general", Msgid("(General) Person of the Mainland Area coming to the Taiwan Area to study")},
    {"academic-cooperation",
     Msgid(
         "(Academic cooperation) Person of the Mainland Area coming to the Taiwan Area to study")},
};

constexpr Choice kYesNo[] = {{"no", Msgid("No")}, {"yes", Msgid("Yes")}};

constexpr Choice kStudyLevels[] = {
    {"associate-two-year", Msgid("Two-year associate programme")},
    {"associate-five-year", Msgid("Five-year junior college")},
    {"bachelor", Msgid("Bachelor's programme")},
    {"bachelor-two-year", Msgid("Two-year bachelor's programme")},
    {"master", Msgid("Master's programme")},
    {"doctor", Msgid("Doctoral programme")},
    {"exchange", Msgid("Exchange or visiting study")},
};

constexpr Choice kGrades[] = {
    {"1", Msgid("First year")},   {"2", Msgid("Second year")},
    {"3", Msgid("Third year")},   {"4", Msgid("Fourth year")},
    {"5", Msgid("Fifth year")},   {"6", Msgid("Sixth year")},
    {"7", Msgid("Seventh year")}, {"extended", Msgid("Extended period of study")},
};

constexpr Choice kEducation[] = {
    {"junior-high", Msgid("Junior high school")},
    {"senior-high", Msgid("Senior high school")},
    {"vocational", Msgid("Vocational high school")},
    {"associate", Msgid("Associate degree")},
    {"bachelor", Msgid("Bachelor's degree")},
    {"master", Msgid("Master's degree")},
    {"doctor", Msgid("Doctorate")},
};

constexpr Choice kDeclaredPosts[] = {
    {"formerly",
     Msgid("I used to hold a post in, or be a member of, a party, administrative, military or "
           "political body or organisation of the Mainland Area"),
     Msgid("I used to hold a post")},
    {"at-present",
     Msgid("I currently hold a post in, or am a member of, a party, administrative, military or "
           "political body or organisation of the Mainland Area"),
     Msgid("I currently hold a post")},
    {"never",
     Msgid("I have never held a post in, or been a member of, a party, administrative, military or "
           "political body or organisation of the Mainland Area"),
     Msgid("I have never held a post"), true},
};

constexpr Choice kGuarantorKinds[] = {{"juridical", Msgid("Legal person (the school)")},
                                      {"natural", Msgid("Natural person")}};

constexpr Choice kLife[] = {{"alive", Msgid("Living")}, {"deceased", Msgid("Deceased")}};

}  // namespace

std::span<const Choice> SexChoices() { return kSex; }
std::span<const Choice> ProvinceChoices() { return kProvinces; }
std::span<const Choice> QualificationChoices() { return kQualifications; }
std::span<const Choice> YesNoChoices() { return kYesNo; }
std::span<const Choice> StudyLevelChoices() { return kStudyLevels; }
std::span<const Choice> GradeChoices() { return kGrades; }
std::span<const Choice> EducationChoices() { return kEducation; }
std::span<const Choice> DeclaredPostChoices() { return kDeclaredPosts; }
std::span<const Choice> GuarantorKindChoices() { return kGuarantorKinds; }
std::span<const Choice> LifeChoices() { return kLife; }

const Choice* FindChoice(std::span<const Choice> choices, std::string_view code) {
  for (const Choice& choice : choices) {
    if (choice.code == code) return &choice;
  }
  return nullptr;
}

std::vector<std::string_view> CodesOf(std::string_view answer) {
  std::vector<std::string_view> codes;
  while (!answer.empty()) {
    const std::size_t end = std::min(answer.find(' '), answer.size());
    if (end > 0) codes.push_back(answer.substr(0, end));
    answer.remove_prefix(std::min(end + 1, answer.size()));
  }
  return codes;
}

bool HasCode(std::string_view answer, std::string_view code) {
  const std::vector<std::string_view> codes = CodesOf(answer);
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace permit
