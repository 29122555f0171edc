// What happens to a template's text before ctemplate parses it: parts, sentences, static files.
//
//   {{%PART "fields/field_head.tpl"}}   the text of another file, which then shares the place's
//                                       values (an include by `{{>NAME}}` does not)
//   [[A whole sentence with {{ITS}} markers.]]  [[context|Word]]
//                                       the sentence in the page's language; line breaks inside
//                                       count as one space
//   {{%STATIC "site.css"}}              the address of a built file
//   {{SITE}} {{STUDENT}}                /coa-frontend, /coa-frontend/china-student/individual
//   02-27967162                         a link that a phone dials (telephone_links.h)
//
// All functions are pure but for the callbacks; what is wrong is thrown as std::invalid_argument
// without the file's name, which the caller knows.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace permit::views {

// A template of HTML opens with this line, one of plain text with kPlainTextLine.
inline constexpr std::string_view kAutoescapeLine = "{{%AUTOESCAPE context=\"HTML\"}}";
inline constexpr std::string_view kPlainTextLine = "{{%PLAIN_TEXT}}";

using ReadFile = std::function<std::string(std::string_view name)>;
using FindMessage = std::function<std::string(std::string_view context, std::string_view message)>;
using FindStatic = std::function<std::string(std::string_view name)>;

struct SourceHelpers {
  ReadFile read;
  FindMessage message;
  FindStatic statics;
};

// The text that ctemplate is to parse.
std::string PrepareTemplate(std::string_view source, const SourceHelpers& helpers);

// & < > " and ' as entities, all but the markers {{…}}.
std::string EscapeAroundMarkers(std::string_view text);

}  // namespace permit::views
