// A letter to a student: sentences in, a mail with its plain text and its HTML out.
//
// The same letter gives both forms. A mail function of an area fills a Letter through a Translator:
//   Mail ActivationMail(const Renderer& renderer, Language language, const Activation& data);
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "handlers/rules/language.h"
#include "handlers/rules/mail_kind.h"

namespace permit::views {

class Renderer;

struct Mail {
  MailKind kind = MailKind::kActivation;
  Language language = Language::kChinese;
  std::string recipient_name;
  std::string subject;  // one line
  std::string text;
  std::string html;
  std::string calendar = {};  // a file that is attached (views/calendar), or empty
};

struct MailContent {
  MailKind kind = MailKind::kActivation;
  std::string subject;
  std::string name;  // of whom it greets
  std::vector<std::string> paragraphs;
  std::vector<std::pair<std::string, std::string>> facts;  // label and value, one under the other
  std::string button;                                      // what the link does, or empty
  std::string link;                                        // absolute address
  std::vector<std::string> closing;                        // after the link
  std::string calendar = {};                               // as of Mail
};

Mail WriteMail(const Renderer& renderer, Language language, const MailContent& content);

}  // namespace permit::views
