// What every answer of the site carries, whoever asks: pages, papers, pictures and refusals.
#include <gtest/gtest.h>

#include "handlers/routes.h"
#include "tests/handlers/forms/form_samples.h"

namespace permit::test {
namespace {

class HeadersTest : public FormScenario {
 protected:
  void ExpectGuarded(const Response& answer, const std::string& what) {
    const std::string policy = HeaderOf(answer, "Content-Security-Policy");
    for (const char* rule : {"default-src 'none'", "script-src 'self'", "style-src 'self'",
                             "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"}) {
      EXPECT_NE(policy.find(rule), std::string::npos) << what << ": " << rule;
    }
    for (const char* hole : {"unsafe", "*", "data:", "http:"}) {
      if (std::string(hole) == "http:" && what.ends_with("/bank")) continue;  // the gateway's page
      EXPECT_EQ(policy.find(hole), std::string::npos) << what << ": " << hole;
    }
    EXPECT_EQ(HeaderOf(answer, "X-Content-Type-Options"), "nosniff") << what;
    EXPECT_EQ(HeaderOf(answer, "X-Frame-Options"), "DENY") << what;
    EXPECT_EQ(HeaderOf(answer, "Referrer-Policy"), "same-origin") << what;
    const std::string cache = HeaderOf(answer, "Cache-Control");
    EXPECT_TRUE(cache == "no-store" || cache.starts_with("private")) << what << ": " << cache;
    EXPECT_EQ(answer.body.find("<script>"), std::string::npos) << what;
    EXPECT_EQ(answer.body.find(" onclick="), std::string::npos) << what;
    for (const auto& [name, value] : answer.headers) {
      if (name != "Set-Cookie") continue;
      EXPECT_NE(value.find("HttpOnly"), std::string::npos) << what << ": " << value;
      EXPECT_NE(value.find("SameSite=Lax"), std::string::npos) << what << ": " << value;
      EXPECT_NE(value.find("Path=/"), std::string::npos) << what << ": " << value;
    }
  }

  static std::string Filled(std::string path) {
    for (std::size_t open; (open = path.find('{')) != std::string::npos;) {
      path.replace(open, path.find('}') - open + 1, "exchange");
    }
    return path;
  }
};

TEST_F(HeadersTest, GuardEveryRouteForStrangersAndStudents) {
  Browser nobody(dispatcher);
  for (const Route& route : Routes()) {
    const std::string path = Filled(std::string(route.path));
    ExpectGuarded(nobody.Get(path), "a stranger's " + path);
    ExpectGuarded(browser.Get(path), "a student's " + path);
    ExpectGuarded(browser.PostBody(path, "", ""), "an empty form to " + path);
    ExpectGuarded(browser.PostBody(path, "text/plain", "x"), "no form to " + path);
  }
  ExpectGuarded(nobody.Get("/nowhere"), "a page that is not there");
}

TEST_F(HeadersTest, GuardPapersAndPicturesToo) {
  const std::string draft = Complete(Service::kExchange, kSingle);
  EXPECT_EQ(browser.Post(draft + "/send").status, 303);
  const std::string receipt = Column("SELECT receipt_number FROM application_case");
  const std::string file = Column("SELECT id FROM upload WHERE slot = 'photo'");
  const std::string path = std::string(kStudent) + "/cases/" + receipt;
  for (const std::string& address : {path + "/application.pdf", path + "/files/" + file}) {
    const Response answer = browser.Get(address);
    EXPECT_EQ(answer.status, 200) << address;
    EXPECT_NE(HeaderOf(answer, "Content-Type"), "text/html; charset=utf-8") << address;
    ExpectGuarded(answer, address);
  }
  browser.ForgetCookies();
  browser.Get(std::string(kStudent) + "/login");
  const std::string picture =
      std::string(kStudent) + "/captcha/" + InputValue(browser.page(), "captcha_id");
  const Response answer = browser.Get(picture);
  EXPECT_EQ(answer.status, 200);
  ExpectGuarded(answer, picture);
}

}  // namespace
}  // namespace permit::test
