#include "handlers/dispatch.h"

#include <gtest/gtest.h>

#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "sql/idempotency_store.h"
#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"
#include "views/pages/account_pages.h"

namespace permit::test {
namespace {

constexpr const char* kPage =
    "<!DOCTYPE html><html><form><input type=\"hidden\" name=\"csrf\" value=\"";

int g_acts_done = 0;

Response FormPage(Context& context) {
  return Response::Html(kPage + context.csrf_token + "\"></form></html>");
}

Response DoAct(Context& context) {
  return RunOnce(context, [&](sql::Transaction&) {
    ++g_acts_done;
    return "/done/" + std::string(context.request.form.Get("what"));
  });
}

Response Break(Context&) { throw std::runtime_error("a secret detail"); }
Response DatabaseAway(Context&) { throw sql::Unavailable("the server is away"); }
Response Locked(Context&) { return Response::Text("inside"); }
Response Kept(Context& context) {
  return Response::Html(views::RenderResend(context.services.renderer, Frame(context), {}));
}
Response Notice(Context&) { return Response::Text("1|OK"); }

const FormShape& WhatForm() {
  static const FormShape shape{{{"what"}, {"how", Writer::kPage}, {"each", Writer::kPage, true}}};
  return shape;
}

const Route kTestRoutes[] = {
    {Method::kGet, "/form", FormPage, Access::kPublic, 0},
    {Method::kPost, "/form", DoAct, Access::kPublic, 1000, WhatForm},
    {Method::kGet, "/break", Break, Access::kPublic, 0},
    {Method::kGet, "/away", DatabaseAway, Access::kPublic, 0},
    {Method::kGet, "/locked", Locked, Access::kStudent, 0},
    {Method::kPost, "/locked", Locked, Access::kStudent, 1000},
    {Method::kGet, "/kept", Kept, Access::kStudent, 0},
    {Method::kPost, "/kept", Locked, Access::kStudent, 1000, WhatForm},
    {Method::kPost, "/notice", Notice, Access::kGateway, 1000},
};

class DispatchTest : public SiteTest {
 protected:
  DispatchTest() : test_dispatcher(services, kTestRoutes), visitor(test_dispatcher) {
    g_acts_done = 0;
  }

  Dispatcher test_dispatcher;
  Browser visitor;
};

constexpr const char* kKey = "11111111-2222-4333-8444-555555555555";
constexpr const char* kKey2 = "11111111-2222-4333-8444-777777777777";

TEST_F(DispatchTest, EveryAnswerCarriesTheSecurityHeaders) {
  for (const char* path : {"/form", "/nowhere", "/break"}) {
    Response response = visitor.Get(path);
    EXPECT_NE(std::string::npos,
              HeaderOf(response, "Content-Security-Policy").find("frame-ancestors 'none'"))
        << path;
    EXPECT_EQ(std::string::npos,
              HeaderOf(response, "Content-Security-Policy").find("unsafe-inline"));
    EXPECT_EQ("nosniff", HeaderOf(response, "X-Content-Type-Options"));
    EXPECT_EQ("no-store", HeaderOf(response, "Cache-Control"));
  }
}

TEST_F(DispatchTest, RefusesWithTheStatusAndNoDetail) {
  EXPECT_EQ(404, visitor.Get("/nowhere").status);
  EXPECT_EQ(405, visitor.Post("/break").status);
  EXPECT_EQ(503, visitor.Get("/away").status);
  Response broken = visitor.Get("/break");
  EXPECT_EQ(500, broken.status);
  EXPECT_EQ(std::string::npos, broken.body.find("secret detail"));
}

TEST_F(DispatchTest, ErrorPagesSpeakTheVisitorsLanguage) {
  EXPECT_NE(std::string::npos, visitor.Get("/nowhere?lang=en").body.find("lang=\"en\""));
  EXPECT_NE(std::string::npos, visitor.Get("/nowhere").body.find("lang=\"en\""));
  EXPECT_NE(std::string::npos, visitor.Get("/nowhere?lang=zh-TW").body.find("lang=\"zh-Hant-TW\""));
}

TEST_F(DispatchTest, AFormNeedsTheTokenOfItsBrowser) {
  visitor.Get("/form");
  EXPECT_EQ(403, visitor.Post("/form", {{"csrf", "forged"}, {"act", kKey}}).status);
  Browser stranger(test_dispatcher);
  stranger.Get("/form");
  std::string strangers_token = InputValue(stranger.page(), "csrf");
  EXPECT_EQ(403, visitor.Post("/form", {{"csrf", strangers_token}, {"act", kKey}}).status);
  visitor.Get("/form");
  EXPECT_EQ(303, visitor.Post("/form", {{"act", kKey}}).status);
  EXPECT_EQ(1, g_acts_done);
}

TEST_F(DispatchTest, TheTokenLooksOtherwiseOnEveryPageAndStaysGood) {
  visitor.Get("/form");
  const std::string first = InputValue(visitor.page(), "csrf");
  visitor.Get("/form");
  EXPECT_NE(first, InputValue(visitor.page(), "csrf"));
  EXPECT_EQ(303, visitor.Post("/form", {{"csrf", first}, {"act", kKey}}).status);
  std::string altered = first;
  altered.back() = altered.back() == '0' ? '1' : '0';
  EXPECT_EQ(403, visitor.Post("/form", {{"csrf", altered}, {"act", kKey}}).status);
  EXPECT_EQ(403, visitor.Post("/form", {{"csrf", first + first}, {"act", kKey}}).status);
  EXPECT_EQ(403, visitor.Post("/form", {{"csrf", std::string(128, 'g')}, {"act", kKey}}).status);
}

TEST_F(DispatchTest, AnActIsDoneOnceAndAnsweredAlike) {
  visitor.Get("/form");
  RowWatch watch(database);
  Response first = visitor.Post("/form", {{"act", kKey}, {"what", "a"}});
  Response again = visitor.Post("/form", {{"act", kKey}, {"what", "a"}});
  EXPECT_EQ("/done/a", HeaderOf(first, "Location"));
  EXPECT_EQ("/done/a", HeaderOf(again, "Location"));
  EXPECT_EQ(1, g_acts_done);
  EXPECT_EQ("idempotency_key +1", watch.Changes());
  EXPECT_EQ(409, visitor.Post("/form", {{"act", kKey}, {"what", "b"}}).status);
  EXPECT_EQ("", watch.Changes());
}

TEST_F(DispatchTest, WhatAnActSentIsKeptUnderTheSitesSecret) {
  auto digest_under = [&](const std::string& secret) {
    database.Run("DELETE FROM idempotency_key");
    services.secret = secret;
    visitor.Get("/form");
    EXPECT_EQ(303, visitor.Post("/form", {{"act", kKey}, {"what", "a password"}}).status);
    return sql::FindIdempotencyKey(database, kKey).value().digest;
  };
  const std::string first = digest_under("one secret");
  EXPECT_EQ(first, digest_under("one secret"));
  EXPECT_NE(first, digest_under("another")) << "guesses can be tried on a digest without a key";
}

TEST_F(DispatchTest, AnActWithoutAKeyIsRefused) {
  visitor.Get("/form");
  EXPECT_EQ(400, visitor.Post("/form", {{"act", ""}}).status);
  visitor.Get("/form");
  EXPECT_EQ(400, visitor.Post("/form", {{"act", "11111111-2222-4333-8444-55555555555G"}}).status);
  EXPECT_EQ(0, g_acts_done);
}

TEST_F(DispatchTest, AStrangerIsSentToTheLoginAndComesBack) {
  EXPECT_EQ(std::string(kStudent) + "/login?next=/locked",
            HeaderOf(visitor.Get("/locked"), "Location"));
  LogIn(visitor, AddAccount(database, 1));
  EXPECT_EQ("inside", visitor.Get("/locked").body);
}

TEST_F(DispatchTest, AnAddressThatIsNoPlainPathIsNotComeBackTo) {
  for (const char* path : {"/locked%5C", "/locked%0A", "/locked%E8%AD%89", "/locked%26done=x"}) {
    const Response answer = visitor.Get(std::string(path));
    EXPECT_TRUE(answer.status == 404 || answer.status == 400) << path;
    const Response students = browser.Get(std::string(kStudent) + "/cases" + path);
    if (students.status == 303) {
      EXPECT_EQ(std::string(kStudent) + "/login", HeaderOf(students, "Location")) << path;
    } else {
      EXPECT_EQ(400, students.status) << path;
    }
  }
}

TEST_F(DispatchTest, ALinkFromAMailIsNotLogged) {
  const std::string token = "a-token-that-opens-something";
  testing::internal::CaptureStderr();
  browser.Post(std::string(kStudent) + "/mailbox/" + token, {{"csrf", "forged"}});
  browser.Post(std::string(kStudent) + "/mailbox/stop/" + token, {{"csrf", "forged"}});
  browser.Post(std::string(kStudent) + "/activate/" + token, {{"csrf", "forged"}});
  const std::string log = testing::internal::GetCapturedStderr();
  EXPECT_NE(std::string::npos, log.find("path=" + std::string(kStudent) + "/mailbox/***"));
  EXPECT_NE(std::string::npos, log.find("path=" + std::string(kStudent) + "/activate/***"));
  EXPECT_EQ(std::string::npos, log.find(token));
}

TEST_F(DispatchTest, ASessionEndsWhenIdleAndGoesOnWhileUsed) {
  LogIn(visitor, AddAccount(database, 1));
  RowWatch watch(database);
  EXPECT_EQ("inside", visitor.Get("/locked").body);
  EXPECT_EQ("", watch.Changes());
  clock.Advance(std::chrono::minutes(20));
  EXPECT_EQ("inside", visitor.Get("/locked").body);
  EXPECT_EQ("session ~1 (address, ends_at, last_seen_at)", watch.Changes());
  clock.Advance(std::chrono::minutes(29));
  EXPECT_EQ("inside", visitor.Get("/locked").body);
  clock.Advance(std::chrono::minutes(31));
  EXPECT_EQ(303, visitor.Get("/locked").status);
}

TEST_F(DispatchTest, AStudentWhoTakesAWrongTurnKeepsTheMenu) {
  LogIn(visitor, AddAccount(database, 1));
  Response page = visitor.Get("/nowhere");
  EXPECT_EQ(404, page.status);
  EXPECT_NE(std::string::npos, page.body.find("/logout"));
}

TEST_F(DispatchTest, AGatewaysNoticeNeedsNoToken) {
  EXPECT_EQ("1|OK", visitor.Post("/notice", {{"RtnCode", "1"}}).body);
}

TEST_F(DispatchTest, AFormHasItsOwnFieldsAlone) {
  visitor.Get("/form");
  EXPECT_EQ(303, visitor.Post("/form", {{"act", kKey}, {"what", "語 x"}, {"how", "so"}}).status);
  visitor.Get("/form");
  const Fields bad[] = {{{"other", "x"}},
                        {{"what", "a"}, {"what", "a"}},
                        {{"how", "so so"}},
                        {{"how", "\xe8\xaa\x9e"}},
                        {{"how", std::string(201, 'x')}}};
  RowWatch watch(database);
  for (Fields fields : bad) {
    fields.emplace_back("act", "11111111-2222-4333-8444-666666666666");
    EXPECT_EQ(400, visitor.Post("/form", fields).status) << fields[0].first;
    visitor.Get("/form");
  }
  EXPECT_EQ(400, visitor.PostFiles("/form", {{"act", kKey}}, {{"file", "a.txt", "a"}}).status);
  EXPECT_EQ("", watch.Changes());
  visitor.Get("/form");
  EXPECT_EQ(303, visitor.Post("/form", {{"each", "a"}, {"each", "b"}, {"act", kKey2}}).status);
}

TEST_F(DispatchTest, TheBodyHasTheRoutesLimit) {
  visitor.Get("/form");
  EXPECT_EQ(413, visitor.Post("/form", {{"act", kKey}, {"what", std::string(1001, 'x')}}).status);
}

TEST_F(DispatchTest, AFormThatIsTooLargeOrNoneLeadsBackToItself) {
  LogIn(visitor, AddAccount(database, 1));
  visitor.Get("/kept?lang=en");
  const Response large = visitor.Post("/kept", {{"what", std::string(1001, 'x')}});
  EXPECT_EQ(413, large.status);
  EXPECT_NE(std::string::npos, large.body.find("<form method=\"post\""));
  EXPECT_NE(std::string::npos, large.body.find("was too large, so none of it was saved"));
  for (const char* type : {"text/plain", "application/x-www-form-urlencoded; charset=big5"}) {
    const Response other = visitor.PostBody("/kept", type, "x=1");
    EXPECT_EQ(415, other.status);
    EXPECT_NE(std::string::npos, other.body.find("We could not read what you sent as a form"));
    EXPECT_FALSE(InputValue(other.body, "csrf").empty());
  }
  EXPECT_EQ(415, visitor.PostBody("/notice", "text/plain", "x").status);
}

TEST_F(DispatchTest, SpareSlashesLeadOnToThePage) {
  const std::pair<const char*, const char*> addresses[] = {
      {"/form/", "/form"},
      {"/form/?a=1&b=%E8%AA%9E+x&c", "/form?a=1&b=%E8%AA%9E%20x&c="},
      {"//form", "/form"},
      {"/form///", "/form"},
      {"/form/?utm=100%", "/form?utm=100%25"},
      {"/locked/", "/locked"}};
  for (const auto& [address, page] : addresses) {
    const Response answer = visitor.Get(address);
    EXPECT_EQ(301, answer.status) << address;
    EXPECT_EQ(page, HeaderOf(answer, "Location"));
  }
  for (const char* nowhere : {"/nowhere/", "//", "/form/x/", "//evil.example/form", "/form%"}) {
    EXPECT_EQ(404, visitor.Get(nowhere).status) << nowhere;
  }
  EXPECT_EQ(404, visitor.Post("/form/").status);
}

TEST_F(DispatchTest, EveryPageOfTheSiteIsFoundWithASlashBehindIt) {
  LogIn(browser, AddAccount(database, 1));
  for (const Route& route : Routes()) {
    if (route.method != Method::kGet || route.path == "/") continue;
    std::string path(route.path);
    for (std::size_t open; (open = path.find('{')) != std::string::npos;) {
      path.replace(open, path.find('}') - open + 1, "x");
    }
    const Response answer = browser.Get(path + "/?lang=en");
    EXPECT_EQ(301, answer.status) << path;
    EXPECT_EQ(path + "?lang=en", HeaderOf(answer, "Location"));
  }
}

TEST_F(DispatchTest, AddressesAboveThePagesLeadOn) {
  const std::string portal = "/coa-frontend/student/entry";
  for (const char* above : {"/", "/coa-frontend", "/coa-frontend/student"}) {
    EXPECT_EQ(portal, HeaderOf(browser.Get(above), "Location")) << above;
    EXPECT_EQ(portal + "?lang=en&x=100%25",
              HeaderOf(browser.Get(std::string(above) + "?lang=en&x=100%"), "Location"));
  }
  EXPECT_EQ("/coa-frontend", HeaderOf(browser.Get("/coa-frontend/"), "Location"));
  EXPECT_EQ(std::string(kStudent) + "/todo",
            HeaderOf(browser.Get(std::string(kStudent)), "Location"));
}

TEST_F(DispatchTest, WhatOthersAddToAnAddressIsPassedOver) {
  LogIn(browser, AddAccount(database, 1));
  for (const Route& route : Routes()) {
    if (route.method != Method::kGet || route.path.find('{') != std::string_view::npos) continue;
    const int plain = browser.Get(std::string(route.path)).status;
    for (const char* added :
         {"?fbclid=abc&gclid=1", "?utm=100%", "?x=%zz", "?x=%e9", "?=&&", "?%00=%00"}) {
      EXPECT_EQ(plain, browser.Get(std::string(route.path) + added).status) << route.path << added;
    }
  }
}

}  // namespace
}  // namespace permit::test
