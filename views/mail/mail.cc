#include "views/mail/mail.h"

#include "views/dictionary.h"
#include "views/renderer.h"
#include "views/translator.h"

namespace permit::views {
namespace {

void Fill(Dictionary& root, const Translator& tr, const MailContent& content) {
  root.Text("SUBJECT", content.subject)
      .Text("GREETING", tr("Dear {NAME},", {{"NAME", content.name}}));
  for (const std::string& paragraph : content.paragraphs) {
    root.Add("PARAGRAPH").Text("TEXT", paragraph);
  }
  if (!content.facts.empty()) {
    Dictionary facts = root.Add("FACTS");
    for (const auto& [label, value] : content.facts) {
      facts.Add("FACT").Text("LABEL", label).Text("VALUE", value);
    }
  }
  if (!content.link.empty())
    root.Add("BUTTON").Text("LABEL", content.button).Text("LINK", content.link);
  for (const std::string& paragraph : content.closing) root.Add("CLOSING").Text("TEXT", paragraph);
}

// A header is one line.
std::string OneLine(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return text;
}

}  // namespace

Mail WriteMail(const Renderer& renderer, Language language, const MailContent& content) {
  Dictionary root;
  Fill(root, Translator(renderer, language), content);
  root.Text("LANG", language == Language::kChinese ? "zh-Hant-TW" : "en");
  return {content.kind,
          language,
          content.name,
          OneLine(content.subject),
          renderer.Expand(language, "mail/mail.txt.tpl", root),
          renderer.Expand(language, "mail/mail.html.tpl", root),
          content.calendar};
}

}  // namespace permit::views
