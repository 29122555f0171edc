#include "handlers/rules/text.h"

#include <algorithm>
#include <vector>

namespace permit {
namespace {

constexpr char32_t kIdeographicSpace = 0x3000;

// Reads one code point and moves `at` behind it; nullopt on bytes that are not UTF-8.
std::optional<char32_t> Next(std::string_view text, std::size_t& at) {
  auto byte = static_cast<unsigned char>(text[at]);
  std::size_t more = 0;
  char32_t point = 0;
  char32_t least = 0;
  if (byte < 0x80) {
    ++at;
    return byte;
  } else if (byte >= 0xc2 && byte < 0xe0) {
    more = 1, point = byte & 0x1f, least = 0x80;
  } else if (byte >= 0xe0 && byte < 0xf0) {
    more = 2, point = byte & 0x0f, least = 0x800;
  } else if (byte >= 0xf0 && byte < 0xf5) {
    more = 3, point = byte & 0x07, least = 0x10000;
  } else {
    return std::nullopt;
  }
  if (text.size() - at <= more) return std::nullopt;
  for (std::size_t i = 1; i <= more; ++i) {
    auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xc0) != 0x80) return std::nullopt;
    point = (point << 6) | (next & 0x3f);
  }
  bool surrogate = point >= 0xd800 && point <= 0xdfff;
  if (point < least || point > 0x10ffff || surrogate) return std::nullopt;
  at += more + 1;
  return point;
}

bool IsSpace(char32_t point) {
  return point == ' ' || (point >= 0x09 && point <= 0x0d) || point == 0xa0 ||
         (point >= 0x2000 && point <= 0x200a) || point == 0x2028 || point == 0x2029 ||
         point == 0x202f || point == 0x205f || point == kIdeographicSpace;
}

// What keyboards, address books and copying from a page add unseen, and means nothing in a form.
bool IsInvisible(char32_t point) {
  return point == 0x00ad || point == 0xfeff || (point >= 0x200b && point <= 0x200f) ||
         (point >= 0x202a && point <= 0x202e) || (point >= 0x2060 && point <= 0x2064) ||
         (point >= 0x2066 && point <= 0x2069);
}

// Hyphens and dashes of every kind, the minus sign, and the long vowel mark of narrow keyboards.
bool IsDash(char32_t point) {
  return point == '-' || (point >= 0x2010 && point <= 0x2015) || point == 0x2043 ||
         point == 0x207b || point == 0x2212 || point == 0x2796 || point == 0x2e3a ||
         point == 0x2e3b || point == 0x30fc || point == 0xfe58 || point == 0xfe63 ||
         point == 0xff0d || point == 0xff70;
}

bool IsApostrophe(char32_t point) {
  return point == '\'' || point == '`' || point == 0xb4 || point == 0x2b9 || point == 0x2bb ||
         point == 0x2bc || point == 0x2bd || point == 0x2018 || point == 0x2019 ||
         point == 0x201b || point == 0x2032 || point == 0x2035 || point == 0xff07;
}

bool IsControl(char32_t point) {
  if (point < 0x20 || (point >= 0x7f && point < 0xa0)) return true;
  if (point == 0x00ad || point == 0xfeff) return true;
  if (point >= 0x200b && point <= 0x200f) return true;
  if (point >= 0x2028 && point <= 0x202e) return true;
  if (point >= 0x2060 && point <= 0x206f) return true;
  if (point >= 0xfff9 && point <= 0xfffb) return true;
  if (point >= 0xfdd0 && point <= 0xfdef) return true;
  if ((point & 0xfffe) == 0xfffe) return true;
  return point >= 0xe0000 && point <= 0xe007f;
}

// Full-width forms U+FF01..U+FF5E are ASCII moved up.
char32_t Narrow(char32_t point) {
  return point >= 0xff01 && point <= 0xff5e ? point - 0xfee0 : point;
}

void Append(std::string& text, char32_t point) {
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += static_cast<char>(0xc0 | (point >> 6));
    text += static_cast<char>(0x80 | (point & 0x3f));
  } else {
    if (point < 0x10000) {
      text += static_cast<char>(0xe0 | (point >> 12));
    } else {
      text += static_cast<char>(0xf0 | (point >> 18));
      text += static_cast<char>(0x80 | ((point >> 12) & 0x3f));
    }
    text += static_cast<char>(0x80 | ((point >> 6) & 0x3f));
    text += static_cast<char>(0x80 | (point & 0x3f));
  }
}

// The text with each code point replaced, left out where there is none to replace it; nullopt for
// bytes that are no UTF-8.
template <typename Replace>
std::optional<std::string> Replaced(std::string_view text, Replace replace) {
  std::string replaced;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = Next(text, at);
    if (!point) return std::nullopt;
    if (const std::optional<char32_t> other = replace(*point)) Append(replaced, *other);
  }
  return replaced;
}

std::optional<char32_t> PlainSign(char32_t point) {
  if (IsInvisible(point)) return std::nullopt;
  return IsDash(point) ? U'-' : Narrow(point);
}

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// What people write before an extension, in small letters; longer ones before their beginnings.
constexpr std::string_view kExtensionWords[] = {
    "extension", "ext.", "ext", "分機號碼", "分机号码", "分機", "分机", "轉接", "转接", "轉", "转"};

// What stands behind the year and the month; the radicals come from copied PDFs.
bool IsDateSign(char32_t point) {
  return point == '/' || point == '.' || IsDash(point) || point == U'年' || point == U'月' ||
         point == U'\u2f49' || point == U'\u2215' || point == U'\u2044';
}

bool IsDayWord(char32_t point) {
  return point == U'日' || point == U'號' || point == U'号' || point == U'\u2f47';
}

std::string_view TrimEnds(std::string_view text, std::string_view what) {
  std::size_t first = text.find_first_not_of(what);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(what) - first + 1);
}

std::string FirstCodePoints(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (count > 0 && at < text.size() && Next(text, at)) --count;
  return std::string(text.substr(0, at));
}

}  // namespace

std::size_t CountCodePoints(std::string_view utf8) {
  std::size_t count = 0;
  for (unsigned char byte : utf8) count += (byte & 0xc0) != 0x80;
  return count;
}

bool HasControlCharacters(std::string_view utf8, bool line_breaks_allowed) {
  for (std::size_t at = 0; at < utf8.size();) {
    auto point = Next(utf8, at);
    if (!point) return true;
    if (*point == '\n' && line_breaks_allowed) continue;
    if (IsControl(*point)) return true;
  }
  return false;
}

std::string TidyLine(std::string_view text) {
  std::string line;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t start = at;
    auto point = Next(text, at);
    if (!point) return std::string(text);
    if (IsInvisible(*point)) continue;
    if (IsSpace(*point)) {
      gap = true;
      continue;
    }
    if (gap && !line.empty()) line += ' ';
    gap = false;
    line += text.substr(start, at - start);
  }
  return line;
}

std::string TidyLines(std::string_view text) {
  std::string lines;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos) end = text.size();
    const std::string typed(text.substr(at, end - at));
    const std::string line = Replaced(typed, [](char32_t point) {
                               return IsInvisible(point) ? std::nullopt : std::optional(point);
                             }).value_or(typed);
    lines += line.substr(0, line.find_last_not_of(" \t") + 1);
    lines += '\n';
    if (text.substr(end, 2) == "\r\n") ++end;
    at = end + 1;
  }
  return std::string(TrimEnds(lines, "\n"));
}

std::string TidyCode(std::string_view text) {
  const auto code = Replaced(text, [](char32_t point) -> std::optional<char32_t> {
    if (IsSpace(point)) return std::nullopt;
    const auto plain = PlainSign(point);
    return plain && *plain >= 'a' && *plain <= 'z' ? *plain - ('a' - 'A') : plain;
  });
  return code.value_or(std::string(text));
}

std::string TidyPhone(std::string_view text) {
  auto plain = Replaced(TidyLine(text), PlainSign);
  if (!plain) return std::string(text);
  std::string phone = LowerAscii(*plain);
  if (phone.starts_with("tel:")) phone.erase(0, 4);
  for (std::string_view word : kExtensionWords) ReplaceAll(phone, word, "#");
  for (std::size_t i = 1; i + 1 < phone.size(); ++i) {
    const bool between = IsAsciiDigit(phone[i - 1]) && IsAsciiDigit(phone[i + 1]);
    if (between && phone[i] == '.') phone[i] = '-';
  }
  ReplaceAll(phone, "#:", "#");
  ReplaceAll(phone, "# ", "#");
  const std::size_t extension = phone.find('#');
  if (extension != std::string::npos && extension > 0 && phone[extension - 1] != ' ') {
    phone.insert(extension, " ");
  }
  return TidyLine(phone);
}

std::string TidyExtension(std::string_view text) {
  const std::string typed = LowerAscii(TidyCode(text));
  std::string_view number = typed;
  for (std::string_view word : kExtensionWords) {
    if (number.starts_with(word)) number.remove_prefix(word.size());
  }
  const bool introduced = number.size() < typed.size();
  const std::size_t sign = number.find_first_not_of(introduced ? "#:.-" : "#:x");
  number.remove_prefix(std::min(sign, number.size()));
  return TidyCode(number);
}

std::string TidyMailedCode(std::string_view text) {
  std::string code = TidyCode(text);
  std::erase_if(code,
                [](char c) { return std::string_view("-.,;:").find(c) != std::string_view::npos; });
  return code;
}

std::string TidyLatinName(std::string_view text) {
  auto name = Replaced(text, [](char32_t point) -> std::optional<char32_t> {
    if (IsApostrophe(point)) return U'\'';
    return PlainSign(point);
  });
  if (!name) return std::string(text);
  ReplaceAll(*name, "U\u0308", "Ü");
  ReplaceAll(*name, "u\u0308", "ü");
  return TidyLine(*name);
}

std::string TidyMailbox(std::string_view text) {
  std::string mailbox = TidyLine(HalfWidth(text));
  const std::size_t at = mailbox.rfind('@');
  if (at == std::string::npos) return mailbox;
  std::string domain = mailbox.substr(at);
  for (std::string_view stop : {"。", "｡"}) ReplaceAll(domain, stop, ".");
  return mailbox.substr(0, at) + domain;
}

std::string HalfWidth(std::string_view text) {
  std::string half;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t start = at;
    auto point = Next(text, at);
    if (!point) return std::string(text);
    char32_t narrow = Narrow(*point);
    if (narrow < 0x80) {
      half += static_cast<char>(narrow);
    } else {
      half += text.substr(start, at - start);
    }
  }
  return half;
}

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

std::string TidyFileName(std::string_view text, std::size_t max_length) {
  text.remove_prefix(text.find_last_of("/\\") + 1);  // all of it when there is none
  std::string name;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    auto point = Next(text, at);
    if (!point) return {};
    if (IsSpace(*point) || !IsControl(*point)) name += text.substr(start, at - start);
  }
  name = TidyLine(name);
  const std::size_t length = CountCodePoints(name);
  if (length <= max_length) return name;
  constexpr std::size_t kLongestExtension = 6;
  const std::size_t dot = name.rfind('.');
  const bool extends = dot != std::string::npos && name.size() - dot <= kLongestExtension;
  const std::string extension = extends ? name.substr(dot) : "";
  return FirstCodePoints(name, max_length - extension.size()) + extension;
}

std::string TidyDate(std::string_view text) {
  const std::string typed = TidyLine(HalfWidth(text));
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < typed.size();) {
    std::size_t start = at;
    auto point = Next(typed, at);
    if (!point) return typed;
    if (*point >= '0' && *point <= '9') {
      parts.back() += typed.substr(start, at - start);
    } else if (IsDateSign(*point)) {
      parts.emplace_back();
    } else if (*point == ' ') {
      const bool splits = start > 0 && at < typed.size() && IsAsciiDigit(typed[start - 1]) &&
                          IsAsciiDigit(typed[at]);
      if (splits) return typed;
    } else if (!IsDayWord(*point) || at != typed.size()) {
      return typed;
    }
  }
  if (parts.size() == 1 && parts[0].size() == 8) {
    parts = {parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6, 2)};
  }
  if (parts.size() != 3 || parts[0].size() != 4) return typed;
  for (std::size_t i : {1, 2}) {
    if (parts[i].empty() || parts[i].size() > 2) return typed;
    if (parts[i].size() == 1) parts[i].insert(0, "0");
  }
  return parts[0] + '/' + parts[1] + '/' + parts[2];
}

std::optional<Problem> CheckText(std::string_view text, std::size_t max_length,
                                 bool line_breaks_allowed) {
  if (CountCodePoints(text) > max_length) return Problem::kTooLong;
  if (HasControlCharacters(text, line_breaks_allowed)) return Problem::kBadCharacters;
  return std::nullopt;
}

}  // namespace permit
