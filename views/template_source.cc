#include "views/template_source.h"

#include <set>
#include <stdexcept>
#include <utility>

#include "views/telephone_links.h"

namespace permit::views {
namespace {

constexpr int kDeepestPart = 8;

constexpr std::pair<std::string_view, std::string_view> kFixedPaths[] = {
    {"{{SITE}}", "/coa-frontend"},
    {"{{STUDENT}}", "/coa-frontend/china-student/individual"},
};

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string CollapseSpaces(std::string_view text) {
  std::string collapsed;
  for (char c : text) {
    if (!IsSpace(c)) {
      collapsed += c;
    } else if (!collapsed.empty() && collapsed.back() != ' ') {
      collapsed += ' ';
    }
  }
  while (!collapsed.empty() && collapsed.back() == ' ') collapsed.pop_back();
  return collapsed;
}

std::multiset<std::string> Markers(std::string_view text) {
  std::multiset<std::string> markers;
  std::size_t open = 0;
  while ((open = text.find("{{", open)) != text.npos) {
    std::size_t close = text.find("}}", open);
    if (close == text.npos) throw std::invalid_argument("'{{' without '}}' in a sentence");
    markers.emplace(text.substr(open, close + 2 - open));
    open = close + 2;
  }
  return markers;
}

void RequireKnownMarkers(std::string_view message, std::string_view translation) {
  std::multiset<std::string> known = Markers(message);
  for (const std::string& marker : Markers(translation)) {
    if (known.count(marker) == 0) {
      throw std::invalid_argument("the translation of '" + std::string(message) +
                                  "' has the marker " + marker + ", which the message has not");
    }
  }
}

// Replaces every `open…close`; `replace` gets what stands between.
std::string ReplaceBetween(std::string_view text, std::string_view open, std::string_view close,
                           const std::function<std::string(std::string_view)>& replace) {
  std::string result;
  while (true) {
    std::size_t begin = text.find(open);
    if (begin == text.npos) return result.append(text);
    std::size_t end = text.find(close, begin + open.size());
    if (end == text.npos) {
      throw std::invalid_argument("'" + std::string(open) + "' without '" + std::string(close) +
                                  "'");
    }
    result += text.substr(0, begin);
    result += replace(text.substr(begin + open.size(), end - begin - open.size()));
    text.remove_prefix(end + close.size());
  }
}

// The text behind the first line, which says how the file is escaped.
std::string_view Body(std::string_view source, bool& plain) {
  plain = source.starts_with(kPlainTextLine);
  if (!plain && !source.starts_with(kAutoescapeLine)) {
    throw std::invalid_argument("the first line is not " + std::string(kAutoescapeLine));
  }
  source.remove_prefix(plain ? kPlainTextLine.size() : kAutoescapeLine.size());
  if (source.starts_with('\n')) source.remove_prefix(1);
  return source;
}

std::string InsertParts(std::string_view text, const ReadFile& read, int depth) {
  if (depth > kDeepestPart) throw std::invalid_argument("parts include each other");
  return ReplaceBetween(text, "{{%PART \"", "\"}}", [&](std::string_view name) {
    std::string part = read(name);
    bool plain = false;
    std::string body = InsertParts(Body(part, plain), read, depth + 1);
    while (!body.empty() && body.back() == '\n') body.pop_back();
    return body;
  });
}

std::string Speak(std::string_view marked, bool plain, const FindMessage& find) {
  std::string message = CollapseSpaces(marked);
  std::string context;
  std::size_t bar = message.find('|');
  if (bar != message.npos) {
    context = message.substr(0, bar);
    message.erase(0, bar + 1);
  }
  if (message.empty()) throw std::invalid_argument("an empty sentence [[]]");
  std::string translation = find(context, message);
  RequireKnownMarkers(message, translation);
  return plain ? translation : EscapeAroundMarkers(translation);
}

}  // namespace

std::string PrepareTemplate(std::string_view source, const SourceHelpers& helpers) {
  bool plain = false;
  std::string text = InsertParts(Body(source, plain), helpers.read, 0);
  text = ReplaceBetween(text, "[[", "]]", [&](std::string_view marked) {
    return Speak(marked, plain, helpers.message);
  });
  for (const auto& [marker, path] : kFixedPaths) {
    for (std::size_t at; (at = text.find(marker)) != text.npos;) {
      text.replace(at, marker.size(), path);
    }
  }
  text = ReplaceBetween(text, "{{%STATIC \"", "\"}}", helpers.statics);
  return plain ? text : std::string(kAutoescapeLine) + "\n" + LinkTelephones(text);
}

std::string EscapeAroundMarkers(std::string_view text) {
  std::string escaped;
  while (!text.empty()) {
    if (text.starts_with("{{")) {
      std::size_t end = text.find("}}");
      std::size_t length = end == text.npos ? text.size() : end + 2;
      escaped += text.substr(0, length);
      text.remove_prefix(length);
      continue;
    }
    switch (text.front()) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += text.front();
    }
    text.remove_prefix(1);
  }
  return escaped;
}

}  // namespace permit::views
