#include "views/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/real_renderer.h"
#include "views/pages/login_pages.h"

namespace permit::views {
namespace {

using testing::HasSubstr;
using testing::Not;

PageFrame FrameAt(std::string path) {
  PageFrame frame;
  frame.language = Language::kEnglish;
  frame.path = std::move(path);
  frame.csrf_token = "token";
  return frame;
}

std::string Render(const PageFrame& frame) { return RenderLogin(RealRenderer(), frame, {}); }

TEST(Page, SaysItsLanguageAndTitle) {
  PageFrame frame = FrameAt("/x");
  EXPECT_THAT(Render(frame), HasSubstr("<html lang=\"en\""));
  frame.language = Language::kChinese;
  EXPECT_THAT(Render(frame), HasSubstr("<html lang=\"zh-Hant-TW\""));
}

TEST(Page, KeepsThePlaceWhenTheLanguageIsSwitched) {
  PageFrame frame = FrameAt("/coa-frontend/許可 證\"<");
  frame.query = "page=2&q=%22";
  EXPECT_THAT(Render(frame), HasSubstr("href=\"/coa-frontend/%E8%A8%B1%E5%8F%AF%20%E8%AD%89%22%3C"
                                       "?page=2&amp;q=%22&amp;lang=zh-TW\""));
}

TEST(Page, NeverLinksToAnotherHost) {
  EXPECT_THAT(Render(FrameAt("//evil.example/")), HasSubstr("href=\"/evil.example/?lang=en\""));
}

TEST(Page, ShowsMenuAndLogoutToVisitorsAlone) {
  PageFrame frame = FrameAt("/x");
  EXPECT_THAT(Render(frame), Not(HasSubstr("/logout")));
  frame.visitor_name = "Li <b>";
  frame.place = MenuPlace::kPassword;
  const std::string page = Render(frame);
  EXPECT_THAT(page, HasSubstr("/logout"));
  EXPECT_THAT(page, HasSubstr("Li &lt;b&gt;"));
  EXPECT_THAT(page, HasSubstr("individual/password\" aria-current=\"page\""));
}

TEST(Page, TheEmblemLeadsHome) {
  PageFrame frame = FrameAt("/x");
  EXPECT_THAT(Render(frame),
              HasSubstr("class=\"head-brand\" href=\"/coa-frontend/student/entry\""));
  frame.visitor_name = "Li";
  EXPECT_THAT(
      Render(frame),
      HasSubstr("class=\"head-brand\" href=\"/coa-frontend/china-student/individual/todo\""));
}

TEST(Page, ListsErrorsWithLinksToTheirFields) {
  LoginPage login;
  login.errors = {{"password", Problem::kMissing}};
  const std::string page = RenderLogin(RealRenderer(), FrameAt("/x"), login);
  EXPECT_THAT(page, HasSubstr("<a href=\"#password\">Password must be filled in.</a>"));
  EXPECT_THAT(page, HasSubstr("aria-describedby=\"password-error\""));
  EXPECT_THAT(page, HasSubstr("<title>Error · "));
}

TEST(Page, NeedsNoInlineScriptOrStyle) {
  PageFrame frame = FrameAt("/x");
  frame.visitor_name = "Li";
  frame.idle_seconds = 60;
  const std::string page = Render(frame);
  EXPECT_THAT(page, Not(HasSubstr("<style")));
  EXPECT_THAT(page, Not(HasSubstr(" style=")));
  EXPECT_THAT(page, Not(HasSubstr("<script>")));
  EXPECT_THAT(page, Not(testing::ContainsRegex(" on[a-z]+=")));
}

}  // namespace
}  // namespace permit::views
