#include "views/pdf/birthplace.h"

namespace permit::views {
namespace {

struct Province {
  std::string_view code;
  std::string_view name;
};

constexpr Province kProvinces[] = {
    {"beijing", "北京市 Beijing"},
    {"tianjin", "天津市 Tianjin"},
    {"hebei", "河北省 Hebei"},
    {"shanxi", "山西省 Shanxi"},
    {"inner-mongolia", "內蒙古自治區 Inner Mongolia"},
    {"liaoning", "遼寧省 Liaoning"},
    {"jilin", "吉林省 Jilin"},
    {"heilongjiang", "黑龍江省 Heilongjiang"},
    {"shanghai", "上海市 Shanghai"},
    {"jiangsu", "江蘇省 Jiangsu"},
    {"zhejiang", "浙江省 Zhejiang"},
    {"anhui", "安徽省 Anhui"},
    {"fujian", "福建省 Fujian"},
    {"jiangxi", "江西省 Jiangxi"},
    {"shandong", "山東省 Shandong"},
    {"henan", "河南省 Henan"},
    {"hubei", "湖北省 Hubei"},
    {"hunan", "湖南省 Hunan"},
    {"guangdong", "廣東省 Guangdong"},
    {"guangxi", "廣西壯族自治區 Guangxi"},
    {"hainan", "海南省 Hainan"},
    {"chongqing", "重慶市 Chongqing"},
    {"sichuan", "四川省 Sichuan"},
    {"guizhou", "貴州省 Guizhou"},
    {"yunnan", "雲南省 Yunnan"},
    {"tibet", "西藏自治區 Tibet"},
    {"shaanxi", "陝西省 Shaanxi"},
    {"gansu", "甘肅省 Gansu"},
    {"qinghai", "青海省 Qinghai"},
    {"ningxia", "寧夏回族自治區 Ningxia"},
    {"xinjiang", "新疆維吾爾自治區 Xinjiang"},
};

}  // namespace

std::string PaperBirthplace(std::string_view code) {
  for (const Province& province : kProvinces) {
    if (province.code == code) return std::string(province.name);
  }
  return std::string(code);
}

}  // namespace permit::views
