// Leaving, from every page of the site map.
#include <gtest/gtest.h>

#include "handlers/routes.h"
#include "tests/handlers/forms/form_samples.h"

namespace permit::test {
namespace {

const std::string kLogout = std::string(kStudent) + "/logout";
const std::string kForm = "<form class=\"head-logout\" method=\"post\" action=\"" + kLogout + "\">";

class LogoutTest : public FormScenario {
 protected:
  static bool IsPage(const Response& answer) {
    return HeaderOf(answer, "Content-Type").starts_with("text/html");
  }

  static std::string Filled(std::string path) {
    for (std::size_t open; (open = path.find('{')) != std::string::npos;) {
      path.replace(open, path.find('}') - open + 1, "exchange");
    }
    return path;
  }

  // Presses the button of that page in a session of its own.
  void ExpectAWayOut(const std::string& path) {
    browser.ForgetCookies();
    LogIn(browser, account);
    const Response shown = browser.Get(path);
    if (shown.status == 303 || !IsPage(shown)) return;
    ++pages;
    EXPECT_NE(shown.body.find(kForm), std::string::npos) << path;
    Browser same = browser;
    EXPECT_EQ(HeaderOf(browser.Post(kLogout), "Location"),
              std::string(kStudent) + "/login?done=logged-out")
        << path;
    EXPECT_EQ(same.Get(std::string(kStudent) + "/todo").status, 303) << path;
  }

  int pages = 0;
};

TEST_F(LogoutTest, EveryPageHasIt) {
  for (const Route& route : Routes()) {
    const bool asks_who = route.access != Access::kPublic && route.access != Access::kGateway;
    if (route.method == Method::kGet && asks_who) ExpectAWayOut(Filled(std::string(route.path)));
  }
  EXPECT_GT(pages, 30);
}

TEST_F(LogoutTest, AStrangerIsOfferedNone) {
  browser.ForgetCookies();
  for (const char* page : {"login", "register", "mailbox/x", "activate/x", "forgot-password"}) {
    const Response shown = browser.Get(std::string(kStudent) + "/" + page);
    EXPECT_EQ(shown.body.find(kForm), std::string::npos) << page;
  }
}

TEST_F(LogoutTest, NeedsTheTokenOfItsBrowserAndNoGetDoesIt) {
  browser.Get(std::string(kStudent) + "/todo");
  EXPECT_EQ(browser.Post(kLogout, {{"csrf", "forged"}}).status, 403);
  EXPECT_EQ(browser.Get(kLogout).status, 405);
  EXPECT_EQ(browser.Get(std::string(kStudent) + "/todo").status, 200);
}

}  // namespace
}  // namespace permit::test
