#include "fcgi/base/name_key.h"

#include <opencc/opencc.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>
#include <unordered_map>

namespace permit {
namespace {

constexpr UChar32 kNoUtf8 = 0xFFFD;  // what ICU reads bytes as that are no UTF-8

// Signs that stand between the parts of a transcribed name. U+00B7 is what keyboards of the
// mainland type, U+2027 and U+2022 what came through Big5, U+30FB and U+FF65 what Japanese ones
// type.
constexpr std::u16string_view kDots = u".·•‧∙⋅・･．●◦᛫˙․·ㆍ⸱⸳ꞏ";

// Each group begins with the form that the others are folded into: variants of one character that
// Unicode encodes apart, and radicals of the supplement, which copying from a PDF brings along and
// which have no compatibility mapping.
constexpr std::u32string_view kVariants[] = {
    U"青靑⻘", U"卫衞衛", U"值値",   U"俞兪",   U"姬姫",         U"晃晄",       U"启启啔",
    U"裴裵",   U"昆崐",   U"仑崘",   U"珍珎",   U"瓶缾",         U"寿夀",       U"曾曽",
    U"增増",   U"德徳惪", U"惠恵",   U"雁鴈",   U"岩嵒巌",       U"岛島嶋嶌嶹", U"祇祗",
    U"庄荘",   U"叙敍",   U"皋皐臯", U"皓皜暠", U"迥逈",         U"炯烱",       U"柏栢",
    U"楠枏",   U"梅楳槑", U"松枩",   U"闫閆",   U"高髙",         U"粼粦",       U"邻隣",
    U"渊渕",   U"携擕",   U"杯桮",   U"强彊",   U"勋勲",         U"效効",       U"冰氷",
    U"总縂",   U"继継",   U"铁鉄鐡", U"钱銭",   U"宁寗甯寍㝉寧", U"虎乕⻁",     U"尔尒",
    U"弥镾",   U"翠翆",   U"柳栁",   U"留畱",   U"榴橊",         U"黑黒",       U"教敎",
    U"户戸戶", U"妒妬",   U"岁歳",   U"关闗関", U"学斈",         U"觉覚",       U"尧尭",
    U"郎郞",   U"朗朖",   U"濑瀬",   U"赖頼",   U"晓暁",         U"绣繍",       U"姊姉",
    U"纵縦",   U"德悳",   U"郁欝鬰", U"锺鍾钟", U"岳嶽",         U"峰峯",       U"群羣",
    U"真眞",   U"丰丯",   U"为爲為", U"温溫",   U"説说說",       U"悦悅",       U"锐銳",
    U"税稅",   U"兑兌兊", U"吴吳呉", U"吕呂",   U"录錄録",       U"彦彥",       U"麽么",
    U"产產産", U"颜顏顔", U"内內",   U"册冊",   U"决決",         U"净淨凈",     U"静靜",
    U"争爭",   U"黄黃⻩", U"马⻢",   U"龙⻰",   U"长⻓",         U"西⻄",       U"飞⻜",
    U"车⻋",   U"见⻅",   U"贝⻉",   U"门⻔",   U"页⻚",         U"风⻛",       U"食⻝",
    U"骨⻣",   U"鬼⻤",   U"鱼⻥",   U"鸟⻦",   U"麦⻨",         U"齐⻬",       U"角⻆",
    U"言⻈",   U"金⻐",   U"竹⺮",   U"羊⺶",   U"肉⺼",         U"衣⻂",       U"足⻊",
    U"龟⻳",   U"齿⻮",   U"〇○◯⚪",
};

const char32_t* FoldedVariant(char32_t point) {
  static const std::unordered_map<char32_t, char32_t> table = [] {
    std::unordered_map<char32_t, char32_t> made;
    for (std::u32string_view group : kVariants) {
      for (char32_t variant : group.substr(1)) made.emplace(variant, group.front());
    }
    return made;
  }();
  const auto found = table.find(point);
  return found == table.end() ? nullptr : &found->second;
}

void Check(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU has no ") + what + ": " + u_errorName(status));
  }
}

// NFKC with case folding, and without what has no width.
const icu::Normalizer2& Compatibility() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  Check(status, "NFKC_Casefold");
  return *normalizer;
}

const icu::Normalizer2& Decomposition() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFDInstance(status);
  Check(status, "NFD");
  return *normalizer;
}

const icu::Transliterator& Transliterator(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  static std::unordered_map<std::string, std::unique_ptr<icu::Transliterator>> made;
  std::unique_ptr<icu::Transliterator>& kept = made[id];
  if (!kept) kept.reset(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
  Check(status, id);
  return *kept;
}

std::string OpenCcSimplified(const std::string& character) {
  static const auto converter = [] {
    try {
      return std::make_unique<opencc::SimpleConverter>("t2s.json");
    } catch (const std::exception& error) {
      throw std::runtime_error(std::string("OpenCC has no t2s.json: ") + error.what());
    }
  }();
  return converter->Convert(character);
}

// One character at a time, so that no phrase of a dictionary decides.
std::string FoldedHan(char32_t point) {
  icu::UnicodeString text(static_cast<UChar32>(point));
  if (const char32_t* variant = FoldedVariant(point)) {
    text = static_cast<UChar32>(*variant);
  }
  std::string simplified;
  simplified = OpenCcSimplified(text.toUTF8String(simplified));
  text = icu::UnicodeString::fromUTF8(simplified);
  Transliterator("Hant-Hans").transliterate(text);
  if (text.countChar32() == 1) {
    if (const char32_t* variant = FoldedVariant(static_cast<char32_t>(text.char32At(0)))) {
      text = static_cast<UChar32>(*variant);
    }
  }
  std::string folded;
  return text.toUTF8String(folded);
}

bool IsHan(UChar32 point) { return u_hasBinaryProperty(point, UCHAR_IDEOGRAPHIC) != 0; }

icu::UnicodeString WithoutDots(std::string_view name) {
  const icu::UnicodeString given =
      icu::UnicodeString::fromUTF8({name.data(), static_cast<int32_t>(name.size())});
  icu::UnicodeString rest;
  for (int32_t i = 0; i < given.length(); ++i) {
    if (kDots.find(given.charAt(i)) == std::u16string_view::npos) rest.append(given.charAt(i));
  }
  return rest;
}

icu::UnicodeString Folded(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded = Compatibility().normalize(text, status);
  Check(status, "NFKC_Casefold");
  return folded;
}

// Signs that are typed for 一; compatibility folding has made the narrow sound mark the wide one.
constexpr std::u16string_view kLongDashes = u"—―─ー";

bool IsLongDash(char32_t point) {
  return point <= 0xFFFF &&
         kLongDashes.find(static_cast<char16_t>(point)) != std::u16string_view::npos;
}

// The characters without white space, and 一 for each long dash that stands for it.
std::u32string ChinesePoints(const icu::UnicodeString& text) {
  std::u32string points;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 point = text.char32At(i);
    if (!u_isUWhiteSpace(point)) points += static_cast<char32_t>(point);
  }
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (!IsLongDash(points[i]) || !IsHan(static_cast<UChar32>(points[i - 1]))) continue;
    std::size_t next = i + 1;
    while (next < points.size() && IsLongDash(points[next])) ++next;
    const bool han_next = next == points.size() || IsHan(static_cast<UChar32>(points[next]));
    if (han_next) points[i] = U'一';
  }
  return points;
}

char16_t NextLetter(const icu::UnicodeString& text, int32_t from) {
  while (from < text.length() && u_charType(text.charAt(from)) == U_NON_SPACING_MARK) ++from;
  return from < text.length() ? text.charAt(from) : u'\0';
}

// Ü is YU in a passport, but U before E, and after J, Q, X and Y, where no other vowel stands.
icu::UnicodeString WithYu(const icu::UnicodeString& text) {
  constexpr char16_t kDiaeresis = 0x308;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString apart = Decomposition().normalize(text, status);
  Check(status, "NFD");
  icu::UnicodeString written;
  for (int32_t i = 0; i < apart.length(); ++i) {
    const char16_t unit = apart.charAt(i);
    if (unit == kDiaeresis && written.endsWith(u"u", 1)) {
      written.truncate(written.length() - 1);
      const bool after = !written.isEmpty() &&
                         std::u16string_view(u"jqxy").find(written.charAt(written.length() - 1)) !=
                             std::u16string_view::npos;
      const bool plain = after || NextLetter(apart, i + 1) == u'e';
      written.append(plain ? u"u" : u"yu", plain ? 1 : 2);
    } else if (u_charType(unit) != U_NON_SPACING_MARK || unit == kDiaeresis) {
      written.append(unit);
    }
  }
  return written;
}

}  // namespace

std::string ChineseNameKey(std::string_view name) {
  std::string key;
  for (char32_t point : ChinesePoints(Folded(WithoutDots(name)))) {
    if (IsHan(static_cast<UChar32>(point)) || FoldedVariant(point) != nullptr) {
      key += FoldedHan(point);
    } else {
      icu::UnicodeString(static_cast<UChar32>(point)).toUTF8String(key);
    }
  }
  return key;
}

std::string LatinNameKey(std::string_view name) {
  icu::UnicodeString text = WithYu(Folded(WithoutDots(name)));
  Transliterator("Latin-ASCII").transliterate(text);
  text.toLower();
  icu::UnicodeString letters;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 point = text.char32At(i);
    if (u_isalnum(point) || point == kNoUtf8) letters.append(point);
  }
  for (const char16_t* start : {u"l", u"n"}) {  // some write YU before E too
    letters.findAndReplace(icu::UnicodeString(start) + u"yue", icu::UnicodeString(start) + u"ue");
  }
  std::string key;
  return letters.toUTF8String(key);
}

}  // namespace permit
