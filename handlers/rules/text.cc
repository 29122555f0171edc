#include "handlers/rules/text.h"

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
         (point >= 0x2000 && point <= 0x200a) || point == 0x202f || point == 0x205f ||
         point == kIdeographicSpace;
}

// Comes along unseen when text is copied from a page, and means nothing in a form.
bool IsStowaway(char32_t point) {
  return point == 0x00ad || point == 0x200b || point == 0x2060 || point == 0xfeff;
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
    if (IsStowaway(*point)) continue;
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
    std::string_view line = text.substr(at, end - at);
    lines += line.substr(0, line.find_last_not_of(" \t") + 1);
    lines += '\n';
    if (text.substr(end, 2) == "\r\n") ++end;
    at = end + 1;
  }
  return std::string(TrimEnds(lines, "\n"));
}

std::string TidyCode(std::string_view text) {
  std::string code;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t start = at;
    auto point = Next(text, at);
    if (!point) return std::string(text);
    if (IsSpace(*point) || IsStowaway(*point)) continue;
    char32_t narrow = Narrow(*point);
    if (narrow >= 'a' && narrow <= 'z') narrow -= 'a' - 'A';
    if (narrow < 0x80) {
      code += static_cast<char>(narrow);
    } else {
      code += text.substr(start, at - start);
    }
  }
  return code;
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
  std::string typed = TidyLine(HalfWidth(text));
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < typed.size();) {
    std::size_t start = at;
    auto point = Next(typed, at);
    if (!point) return typed;
    if (*point >= '0' && *point <= '9') {
      parts.back() += typed.substr(start, at - start);
    } else if (*point == '/' || *point == '-' || *point == '.' || *point == U'年' ||
               *point == U'月') {
      parts.emplace_back();
    } else if (*point != U'日' || at != typed.size()) {
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
