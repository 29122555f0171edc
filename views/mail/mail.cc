#include "views/mail/mail.h"

#include "views/dictionary.h"
#include "views/renderer.h"
#include "views/translator.h"

namespace permit::views {
namespace {

void Fill(Dictionary& root, const Voice& say, const Letter& letter) {
  root.Text("SUBJECT", letter.subject)
      .Text("GREETING", say("Dear {NAME},", {{"NAME", letter.name}}));
  for (const std::string& paragraph : letter.paragraphs) {
    root.Add("PARAGRAPH").Text("TEXT", paragraph);
  }
  if (!letter.facts.empty()) {
    Dictionary facts = root.Add("FACTS");
    for (const auto& [label, value] : letter.facts) {
      facts.Add("FACT").Text("LABEL", label).Text("VALUE", value);
    }
  }
  if (!letter.link.empty())
    root.Add("BUTTON").Text("LABEL", letter.button).Text("LINK", letter.link);
  for (const std::string& paragraph : letter.closing) root.Add("CLOSING").Text("TEXT", paragraph);
}

// A header is one line.
std::string OneLine(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return text;
}

}  // namespace

Mail WriteMail(const Renderer& renderer, Language language, const Letter& letter) {
  Dictionary root;
  Fill(root, Voice(renderer, language), letter);
  root.Text("LANG", language == Language::kChinese ? "zh-Hant-TW" : "en");
  return {letter.kind,
          language,
          letter.name,
          OneLine(letter.subject),
          renderer.Expand(language, "mail/letter.txt.tpl", root),
          renderer.Expand(language, "mail/letter.html.tpl", root)};
}

}  // namespace permit::views
