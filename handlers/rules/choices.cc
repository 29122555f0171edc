#include "handlers/rules/choices.h"

namespace permit {
namespace {

constexpr Choice kSex[] = {{"male", "Male"}, {"female", "Female"}};

constexpr Choice kProvinces[] = {
    {"beijing", "Beijing"},
    {"tianjin", "Tianjin"},
    {"hebei", "Hebei"},
    {"shanxi", "Shanxi"},
    {"inner-mongolia", "Inner Mongolia"},
    {"liaoning", "Liaoning"},
    {"jilin", "Jilin"},
    {"heilongjiang", "Heilongjiang"},
    {"shanghai", "Shanghai"},
    {"jiangsu", "Jiangsu"},
    {"zhejiang", "Zhejiang"},
    {"anhui", "Anhui"},
    {"fujian", "Fujian"},
    {"jiangxi", "Jiangxi"},
    {"shandong", "Shandong"},
    {"henan", "Henan"},
    {"hubei", "Hubei"},
    {"hunan", "Hunan"},
    {"guangdong", "Guangdong"},
    {"guangxi", "Guangxi"},
    {"hainan", "Hainan"},
    {"chongqing", "Chongqing"},
    {"sichuan", "Sichuan"},
    {"guizhou", "Guizhou"},
    {"yunnan", "Yunnan"},
    {"tibet", "Tibet"},
    {"shaanxi", "Shaanxi"},
    {"gansu", "Gansu"},
    {"qinghai", "Qinghai"},
    {"ningxia", "Ningxia"},
    {"xinjiang", "Xinjiang"},
};

constexpr Choice kQualifications[] = {
    {"general", "(General) People of the mainland area studying in the Taiwan area"},
    {"academic-cooperation",
     "(Academic cooperation) People of the mainland area studying in the Taiwan area"},
};

constexpr Choice kYesNo[] = {{"no", "No"}, {"yes", "Yes"}};

constexpr Choice kStudyLevels[] = {
    {"associate-two-year", "Two-year associate programme"},
    {"associate-five-year", "Five-year junior college"},
    {"bachelor", "Bachelor programme"},
    {"bachelor-two-year", "Two-year bachelor programme"},
    {"master", "Master programme"},
    {"doctor", "Doctoral programme"},
    {"exchange", "Exchange or visiting study"},
};

constexpr Choice kGrades[] = {
    {"1", "First year"},   {"2", "Second year"},
    {"3", "Third year"},   {"4", "Fourth year"},
    {"5", "Fifth year"},   {"6", "Sixth year"},
    {"7", "Seventh year"}, {"extended", "Extended study"},
};

constexpr Choice kEducation[] = {
    {"junior-high", "Junior high school"}, {"senior-high", "Senior high school"},
    {"vocational", "Vocational school"},   {"associate", "Associate degree"},
    {"bachelor", "Bachelor degree"},       {"master", "Master degree"},
    {"doctor", "Doctoral degree"},
};

constexpr Choice kDeclaredPosts[] = {
    {"formerly",
     "I formerly held a post in, or was a member of, a party, administrative, military or "
     "political body or organisation of the mainland area"},
    {"at-present",
     "I hold a post in, or am a member of, a party, administrative, military or political body or "
     "organisation of the mainland area"},
    {"never",
     "I have never held a post in, or been a member of, a party, administrative, military or "
     "political body or organisation of the mainland area"},
};

constexpr Choice kGuarantorKinds[] = {{"juridical", "Juridical person (the school)"},
                                      {"natural", "Natural person"}};

constexpr Choice kLife[] = {{"alive", "Living"}, {"deceased", "Deceased"}};

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

}  // namespace permit
