// A letter to a student: sentences in, a mail with its plain text and its HTML out.
//
// The same letter gives both forms. A mail function of an area fills a Letter through Voice:
//   Mail ActivationMail(const Renderer& renderer, Language language, const Activation& data);
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "handlers/rules/language.h"

namespace permit::views {

class Renderer;

struct Mail {
  std::string subject;  // one line
  std::string text;
  std::string html;
};

struct Letter {
  std::string subject;
  std::string greeting;
  std::vector<std::string> paragraphs;
  std::vector<std::pair<std::string, std::string>> facts;  // label and value, one under the other
  std::string button;                                      // what the link does, or empty
  std::string link;                                        // absolute address
  std::vector<std::string> closing;                        // after the link
};

Mail WriteMail(const Renderer& renderer, Language language, const Letter& letter);

}  // namespace permit::views
