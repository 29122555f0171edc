#include "views/template_source.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace permit::views {
namespace {

constexpr char kHead[] = "{{%AUTOESCAPE context=\"HTML\"}}\n";

SourceHelpers Translating(const std::string& translation) {
  return {.read = [](std::string_view) { return std::string(); },
          .message = [=](std::string_view, std::string_view) { return translation; },
          .statics = [](std::string_view name) { return "/built/" + std::string(name); }};
}

std::string Prepare(const std::string& body, const SourceHelpers& helpers) {
  return PrepareTemplate(kHead + body, helpers).substr(sizeof(kHead) - 1);
}

TEST(TemplateSource, EscapesATranslationButNotItsMarkers) {
  EXPECT_EQ(Prepare("<p title=\"[[Hello {{NAME}}]]\">", Translating("<\"{{NAME}}\" & 'x'>")),
            "<p title=\"&lt;&quot;{{NAME}}&quot; &amp; &#39;x&#39;&gt;\">");
}

TEST(TemplateSource, RefusesAMarkerThatTheMessageHasNot) {
  EXPECT_THROW(Prepare("[[Hello {{NAME}}]]", Translating("{{NAM}}")), std::invalid_argument);
  EXPECT_THROW(Prepare("[[Hello]]", Translating("{{>EVIL}}")), std::invalid_argument);
}

TEST(TemplateSource, RefusesMarkersThatDoNotEnd) {
  EXPECT_THROW(Prepare("[[Hello", Translating("x")), std::invalid_argument);
  EXPECT_THROW(Prepare("[[Hello]]", Translating("{{NAME")), std::invalid_argument);
  EXPECT_THROW(Prepare("[[]]", Translating("x")), std::invalid_argument);
}

TEST(TemplateSource, TakesContextAndCollapsesLines) {
  std::string seen;
  SourceHelpers helpers = Translating("");
  helpers.message = [&](std::string_view context, std::string_view message) {
    seen = std::string(context) + "/" + std::string(message);
    return "ok";
  };
  EXPECT_EQ(Prepare("[[menu|To-do\n   list]]", helpers), "ok");
  EXPECT_EQ(seen, "menu/To-do list");
}

TEST(TemplateSource, InsertsPartsWithTheirOwnParts) {
  SourceHelpers helpers = Translating("");
  helpers.read = [](std::string_view name) {
    return std::string(kHead) + (name == "a" ? "<a>{{%PART \"b\"}}</a>\n" : "<b></b>\n");
  };
  EXPECT_EQ(Prepare("{{%PART \"a\"}}", helpers), "<a><b></b></a>");
}

TEST(TemplateSource, RefusesPartsThatIncludeEachOther) {
  SourceHelpers helpers = Translating("");
  helpers.read = [](std::string_view) { return std::string(kHead) + "{{%PART \"a\"}}"; };
  EXPECT_THROW(Prepare("{{%PART \"a\"}}", helpers), std::invalid_argument);
}

TEST(TemplateSource, KnowsWhereTheSiteStands) {
  EXPECT_EQ(Prepare("{{SITE}} {{STUDENT}} {{%STATIC \"a.css\"}}", Translating("")),
            "/coa-frontend /coa-frontend/china-student/individual /built/a.css");
}

TEST(TemplateSource, LeavesPlainTextAsItIs) {
  EXPECT_EQ(PrepareTemplate("{{%PLAIN_TEXT}}\n[[Hello]]\n", Translating("A & B")), "A & B\n");
}

}  // namespace
}  // namespace permit::views
