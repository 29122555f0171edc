#include "views/renderer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/real_renderer.h"
#include "tests/views/scratch_templates.h"
#include "views/dictionary.h"
#include "views/pages/login_pages.h"

namespace permit::views {
namespace {

using namespace std::chrono_literals;

std::string FailureOf(const ScratchTemplates& scratch) {
  try {
    Renderer renderer(scratch.paths());
  } catch (const LoadError& error) {
    return error.what();
  }
  return "loaded";
}

TEST(Renderer, EscapesWhatTheTemplateDoesNotKnow) {
  ScratchTemplates scratch;
  scratch.Write("pages/a.tpl",
                "{{%AUTOESCAPE context=\"HTML\"}}\n<a href=\"{{URL}}\" title=\"{{T}}\">{{T}}</a>");
  Renderer renderer(scratch.paths());
  Dictionary root;
  root.Text("URL", "javascript:alert(1)").Text("T", "<b>\"&'");
  EXPECT_EQ(renderer.Expand(Language::kEnglish, "pages/a.tpl", root),
            "<a href=\"#\" title=\"&lt;b&gt;&quot;&amp;&#39;\">&lt;b&gt;&quot;&amp;&#39;</a>");
}

TEST(Renderer, SpeaksTheLanguageOfThePage) {
  ScratchTemplates scratch;
  scratch.Write("pages/a.tpl",
                "{{%AUTOESCAPE context=\"HTML\"}}\n<p>[[Log out]]</p><p>[[menu|To-do\n list]]</p>");
  Renderer renderer(scratch.paths());
  Dictionary root;
  EXPECT_EQ(renderer.Expand(Language::kChinese, "pages/a.tpl", root), "<p>登出</p><p>待辦事項</p>");
  EXPECT_EQ(renderer.Expand(Language::kEnglish, "pages/a.tpl", root),
            "<p>Log out</p><p>To-do list</p>");
}

TEST(Renderer, RefusesATemplateThatWouldNotEscape) {
  ScratchTemplates scratch;
  scratch.Write("pages/bare.tpl", "<p>{{X}}</p>");
  EXPECT_NE(FailureOf(scratch).find("pages/bare.tpl: the first line"), std::string::npos);
}

TEST(Renderer, RefusesAMissingPart) {
  ScratchTemplates scratch;
  scratch.Write("pages/a.tpl", "{{%AUTOESCAPE context=\"HTML\"}}\n{{%PART \"layout/gone.tpl\"}}");
  EXPECT_NE(FailureOf(scratch).find("layout/gone.tpl: cannot be read"), std::string::npos);
}

TEST(Renderer, RefusesAStyleThatWasNotBuilt) {
  ScratchTemplates scratch;
  scratch.Write("pages/a.tpl", "{{%AUTOESCAPE context=\"HTML\"}}\n{{%STATIC \"gone.css\"}}");
  EXPECT_NE(FailureOf(scratch).find("pages/a.tpl: no built file 'gone.css'"), std::string::npos);
}

TEST(Renderer, RefusesASectionThatNeverEnds) {
  ScratchTemplates scratch;
  scratch.Write("pages/a.tpl", "{{%AUTOESCAPE context=\"HTML\"}}\n{{#OPEN}}<p></p>");
  EXPECT_NE(FailureOf(scratch).find("pages/a.tpl: not a template"), std::string::npos);
}

TEST(Renderer, RefusesACatalogThatIsNotThere) {
  ScratchTemplates scratch;
  scratch.Write("pages/a.tpl", "{{%AUTOESCAPE context=\"HTML\"}}\n");
  RendererPaths paths = scratch.paths();
  paths.locale = "/nowhere";
  EXPECT_THROW(Renderer{paths}, LoadError);
}

TEST(Renderer, ThrowsForATemplateThatDoesNotExist) {
  Dictionary root;
  EXPECT_THROW(RealRenderer().Expand(Language::kEnglish, "pages/gone.tpl", root), std::logic_error);
}

TEST(Renderer, WritesLongDates) {
  EXPECT_EQ(RealRenderer().LongDate(Language::kChinese, 2026y / 1 / 2), "2026年1月2日");
  EXPECT_EQ(RealRenderer().LongDate(Language::kEnglish, 2026y / 1 / 2), "2 January 2026");
}

TEST(Renderer, LoadsEveryTemplateOfTheSite) { EXPECT_NO_THROW(RealRenderer()); }

}  // namespace
}  // namespace permit::views
