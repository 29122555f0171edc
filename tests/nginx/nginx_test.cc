// The site of nginx before a real pool.
#include <gtest/gtest.h>

#include <regex>

#include "tests/fcgi/pool/test_pool.h"
#include "tests/nginx/private_nginx.h"
#include "tests/support/child_process.h"
#include "tests/support/places.h"

namespace permit::test {
namespace {

class Nginx : public ::testing::Test {
 protected:
  void Start(bool limits = false) {
    pool = std::make_unique<TestPool>(folder, TestSite{});
    nginx = std::make_unique<PrivateNginx>(folder, PrivateNginx::Sockets{folder.File("web.sock")},
                                           limits);
    Await([this] { return pool->Status("workers_ready") == 2; });
  }

  TestFolder folder;
  std::unique_ptr<TestPool> pool;
  std::unique_ptr<PrivateNginx> nginx;
};

TEST_F(Nginx, PassesRequestsToThePool) {
  Start();
  HttpReply answer = nginx->Get("/generation");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "one");
  EXPECT_EQ(nginx->Get("/generation", {"--head"}).body, "");
  EXPECT_EQ(nginx->Get("/body", {"--data", "a=1"}).body, "a=1");
  EXPECT_EQ(nginx->Get("/body", {"--data", "a=1", "-H", "Transfer-Encoding: chunked"}).body, "a=1");
  EXPECT_EQ(nginx->Get("/body", {"--data", std::string(1001, 'x')}).status, 413);
  EXPECT_EQ(nginx->Get("/%").status, 400);
  EXPECT_EQ(nginx->Get("/%00").status, 400);
  EXPECT_EQ(nginx->Get("/generation", {"-X", "PUT"}).status, 405);
  EXPECT_TRUE(Says(nginx->Get("/"), "Location: /coa-frontend/student/entry"));
}

// As tornado and Perl's HTTP::Tiny read it, which want the space and the phrase behind it.
TEST_F(Nginx, AnswersWithACompleteStatusLine) {
  Start();
  const std::pair<std::string, std::vector<std::string>> requests[] = {
      {"/generation", {}},
      {"/generation", {"-X", "PUT"}},
      {"/throw", {}},
      {"/body", {"--data", std::string(1001, 'x')}},
      {"/", {}},
      {"/coa-frontend/static/none.css", {}},
      {"/coa-frontend/static/main-0123abcd.css", {}}};
  for (const auto& [path, options] : requests) {
    const HttpReply answer = nginx->Get(path, options);
    const std::string line = answer.head.substr(0, answer.head.find('\n') + 1);
    EXPECT_TRUE(std::regex_match(line, std::regex("HTTP/1\\.1 [1-5][0-9]{2} [A-Z][A-Za-z ]+\r\n")))
        << path << ": " << line;
  }
}

TEST_F(Nginx, PassesOnLongHeadersOfCookies) {
  Start();
  std::string cookies = "Cookie: ";
  for (int i = 0; i < 200; ++i) {
    cookies += "_other_" + std::to_string(i) + "=" + std::string(80, 'v') + "; ";
  }
  ASSERT_GT(cookies.size(), 16u * 1024);
  EXPECT_EQ(nginx->Get("/generation", {"-H", cookies + "session=abc"}).status, 200);
}

TEST_F(Nginx, LeadsOnFromItsRootWithTheQuery) {
  Start();
  EXPECT_TRUE(
      Says(nginx->Get("/?lang=en&x=%"), "Location: /coa-frontend/student/entry?lang=en&x=%"));
}

TEST_F(Nginx, ServesBuiltFilesForLong) {
  Start();
  HttpReply answer = nginx->Get("/coa-frontend/static/main-0123abcd.css");
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(Says(answer, "Content-Type: text/css"));
  EXPECT_TRUE(Says(answer, "Cache-Control: public, max-age=31536000, immutable"));
  EXPECT_TRUE(Says(answer, "X-Content-Type-Options: nosniff"));
  HttpReply packed =
      nginx->Get("/coa-frontend/static/main-0123abcd.css", {"-H", "Accept-Encoding: gzip"});
  EXPECT_TRUE(Says(packed, "Content-Encoding: gzip"));
  EXPECT_LT(packed.body.size(), 200u);
  HttpReply missing = nginx->Get("/coa-frontend/static/other.css");
  EXPECT_EQ(missing.status, 404);
  EXPECT_EQ(missing.head.find("immutable"), std::string::npos);
  EXPECT_NE(nginx->Get("/coa-frontend/static/../../generation").status, 200);
  EXPECT_NE(nginx->Get("/coa-frontend/static../generation").body, "one");
}

TEST_F(Nginx, SaysInBothLanguagesThatThePoolIsAway) {
  Start();
  pool->Signal(SIGTERM);
  EXPECT_EQ(pool->WaitForEnd(), 0);
  for (const HttpReply& answer :
       {nginx->Get("/generation"), nginx->Get("/body", {"--data", "a=1"})}) {
    EXPECT_EQ(answer.status, 503);
    EXPECT_TRUE(Says(answer, "X-Content-Type-Options: nosniff"));
    EXPECT_TRUE(Says(answer, "Retry-After: 30"));
    EXPECT_TRUE(Says(answer, "Cache-Control: no-store"));
    EXPECT_NE(answer.body.find("系統暫時無法提供服務"), std::string::npos);
    EXPECT_NE(answer.body.find("the service is unavailable"), std::string::npos);
  }
  EXPECT_EQ(nginx->Get("/permit-page/503.html").status, 404);
  pool = std::make_unique<TestPool>(folder, TestSite{});
  Await([this] { return nginx->Get("/generation").status == 200; });
}

TEST_F(Nginx, AnswersInBothLanguagesWhatNoWorkerIsAsked) {
  Start();
  const std::vector<std::string> none;
  struct Refused {
    const char* path;
    std::vector<std::string> options;
    int status;
    const char* chinese;
    const char* english;
  };
  const Refused kRefused[] = {
      {"/%", none, 400, "無法讀取這個請求", "We could not read your request"},
      {"/coa-frontend/student/entry%zz", none, 400, "無法讀取這個請求",
       "We could not read your request"},
      {"/%00", none, 400, "無法讀取這個請求", "We could not read your request"},
      {"/", {"-X", "TRACE"}, 405, "無法讀取這個請求", "We could not read your request"},
      {"/body",
       {"--data", "a", "-H", "Transfer-Encoding: br"},
       501,
       "無法讀取這個請求",
       "not read your request"},
      {"/coa-frontend/static/", none, 404, "查無此頁", "Page not found"},
      {"/coa-frontend/static/none.css", none, 404, "查無此頁", "Page not found"},
      {"/permit-page/400.html", none, 404, "查無此頁", "Page not found"}};
  for (const Refused& refused : kRefused) {
    SCOPED_TRACE(refused.path);
    const HttpReply answer = nginx->Get(refused.path, refused.options);
    EXPECT_EQ(answer.status, refused.status);
    EXPECT_TRUE(Says(answer, "Content-Type: text/html; charset=utf-8"));
    EXPECT_TRUE(Says(answer, "Cache-Control: no-store"));
    EXPECT_TRUE(Says(
        answer,
        "Content-Security-Policy: default-src 'none'; style-src 'self'; frame-ancestors 'none'"));
    EXPECT_NE(answer.body.find("/coa-frontend/permit-page.css"), std::string::npos);
    EXPECT_NE(answer.body.find(refused.chinese), std::string::npos) << answer.body;
    EXPECT_NE(answer.body.find(refused.english), std::string::npos);
  }
  EXPECT_EQ(nginx->Get("/generation?%&x=%zz&unknown=1").status, 200);
}

TEST_F(Nginx, SaysSoWhenAWorkerDies) {
  Start();
  EXPECT_EQ(nginx->Get("/die").status, 503);
  EXPECT_EQ(nginx->Get("/generation").status, 200);
}

TEST_F(Nginx, SaysWhatTheClientHoldsAlready) {
  Start();
  EXPECT_EQ(nginx->Get("/tag", {"-H", "If-None-Match: \"a\""}).body, "\"a\"");
}

TEST_F(Nginx, RefusesWhatIsTooLarge) {
  Start();
  const std::string conf = ReadWhole(InSource("/nginx/http.conf"));
  std::smatch limit;
  ASSERT_TRUE(std::regex_search(conf, limit, std::regex("client_max_body_size ([0-9]+)k;")));
  folder.Write("large", std::string((std::stoul(limit[1]) << 10) + 1, 'x'));
  HttpReply answer =
      nginx->Get("/body", {"-H", "Expect:", "--data-binary", "@" + folder.File("large")});
  EXPECT_EQ(answer.status, 413);
  EXPECT_NE(answer.body.find("送出的資料太大"), std::string::npos);
  EXPECT_TRUE(Says(answer, "X-Content-Type-Options: nosniff"));
  EXPECT_GE(nginx->Get("/" + std::string(9000, 'x')).status, 400);
}

TEST_F(Nginx, LeadsBackToAFormThatTookTooMuch) {
  Start();
  folder.Write("large", std::string((std::size_t{65} << 20), 'x'));
  const std::string student = "/coa-frontend/china-student/individual/";
  for (const std::string& form : {student + "apply/drafts/11111111-2222-4333-8444-555555555555",
                                  student + "corrections/115695200001/form"}) {
    const HttpReply answer =
        nginx->Get(form, {"-H", "Expect:", "--data-binary", "@" + folder.File("large")});
    EXPECT_EQ(answer.status, 302) << form;
    EXPECT_TRUE(Says(answer, "Location: ?too_large=yes")) << form;
  }
}

TEST_F(Nginx, KeepsSecretsOutOfItsLog) {
  Start();
  nginx->Get(
      "/coa-frontend/china-student/individual/activate/tokentokentoken?receipt=108695200001");
  nginx->Get("/coa-frontend/china-student/individual/mailbox/tokentokentoken");
  nginx->Get("/coa-frontend/china-student/individual/mailbox/stop/tokentokentoken");
  nginx->Get("/generation");
  Await([this] { return nginx->AccessLog().find("/generation") != std::string::npos; });
  EXPECT_NE(nginx->AccessLog().find("/activate/***"), std::string::npos);
  EXPECT_NE(nginx->AccessLog().find("/mailbox/***"), std::string::npos);
  EXPECT_EQ(nginx->AccessLog().find("tokentoken"), std::string::npos);
  EXPECT_EQ(nginx->AccessLog().find("108695200001"), std::string::npos);
}

TEST_F(Nginx, KeepsSecretsOutOfItsErrorLogToo) {
  Start(true);
  const std::string student = "/coa-frontend/china-student/individual/";
  for (const char* link :
       {"activate/tokentokentoken", "mailbox/tokentokentoken", "mailbox/stop/tokentokentoken"}) {
    int tries = 0;
    while (nginx->Get(student + link, {"--data", "a=1"}).status != 429 && ++tries < 1000) {
    }
    EXPECT_LT(tries, 1000);
  }
  int tries = 0;
  while (nginx->Get(student + "login", {"--data", "a=1"}).status != 429 && ++tries < 1000) {
  }
  Await([this] { return nginx->ErrorLog().find("individual/login") != std::string::npos; });
  EXPECT_EQ(nginx->ErrorLog().find("tokentoken"), std::string::npos);
}

// One subscriber has 2^64 addresses.
TEST_F(Nginx, CountsANetworkOfIPv6AsOneVisitor) {
  Start(true);
  const std::string login = "/coa-frontend/china-student/individual/login";
  auto status_of = [&](const std::string& address) {
    return nginx->Get(login, {"--data", "a=1", "-H", "X-Test-Address: " + address}).status;
  };
  int tries = 0;
  char address[80];
  do {
    snprintf(address, sizeof address, "2001:db8:0:7:%x::%x", tries * 7 + 1, tries + 1);
  } while (status_of(address) != 429 && ++tries < 200);
  EXPECT_LT(tries, 200);
  EXPECT_GE(tries, 20);
  for (const char* other : {"2001:db8:0:8::1", "2001:db8::1", "2001:db9:0:7::1", "192.0.2.1",
                            "::ffff:192.0.2.2", "::1"}) {
    EXPECT_EQ(status_of(other), 404) << other;
  }
}

TEST_F(Nginx, SlowsDownWhoGuesses) {
  Start(true);
  const std::string login = "/coa-frontend/china-student/individual/login";
  HttpReply answer;
  int tries = 0;
  do {
    answer = nginx->Get(login, {"--data", "login_name=a"});
  } while (answer.status != 429 && ++tries < 1000);
  EXPECT_EQ(answer.status, 429);
  EXPECT_GE(tries, 20);
  EXPECT_TRUE(Says(answer, "Retry-After: 30"));
  EXPECT_NE(answer.body.find("請求過於頻繁"), std::string::npos);
  // Guesses of all kinds are counted together. Now and then one more is let through; with a count
  // of its own this page would answer twenty.
  int let_through = 0;
  while (nginx->Get("/coa-frontend/verify", {"--data", "number=1"}).status != 429 &&
         let_through < 10) {
    ++let_through;
  }
  EXPECT_LT(let_through, 10);
  EXPECT_EQ(nginx->Get(login).status, 404);
  EXPECT_EQ(nginx->Get("/generation").status, 200);
}

}  // namespace
}  // namespace permit::test
