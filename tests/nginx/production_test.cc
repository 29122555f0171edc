// The site of production, TLS included, before the real pool, whose database is away.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "tests/fcgi/pool/test_pool.h"
#include "tests/nginx/curl.h"
#include "tests/support/child_process.h"
#include "tests/support/places.h"

namespace permit::test {
namespace {

constexpr char kName[] = "coa.example.gov.tw";
constexpr char kNotice[] = "/coa-frontend/payment/notice";

class Production : public ::testing::Test {
 protected:
  Production() {
    folder.Write("secret", "0123456789abcdef0123456789abcdef");
    std::filesystem::permissions(folder.File("secret"), std::filesystem::perms::owner_read);
    const std::string binary = InBuild("");
    folder.Write("permit.toml",
                 "[site]\nbase_url = \"https://coa.example.gov.tw\"\nsecret_file = \"" +
                     folder.File("secret") + "\"\n[database]\nsocket = \"" +
                     folder.File("none.sock") + "\"\n[web]\nsocket = \"" + folder.File("web.sock") +
                     "\"\nworkers = 2\nstatic_dir = \"" + binary + "/static\"\nlocale_dir = \"" +
                     binary + "/locale\"\ntemplate_dir = \"" + InSource("/views") +
                     "\"\n[payment]\ngateway_url = \"https://localhost\"\n"
                     "gateway_key_file = \"" +
                     folder.File("secret") + "\"\ngateway_iv_file = \"" + folder.File("secret") +
                     "\"\n");
    web = std::make_unique<ChildProcess>(
        std::vector<std::string>{binary + "/fcgi/permit-web", "--config",
                                 folder.File("permit.toml")},
        folder.File("web.log"));
    do {
      http = AnyPort();
      https = AnyPort();
      Finished written =
          RunProgram({InSource("/tests/nginx/write_production_conf"), folder.File("nginx"),
                      std::to_string(http), std::to_string(https), folder.File("web.sock"),
                      binary + "/static"});
      if (written.exit_code != 0) throw std::runtime_error(written.output);
      nginx = std::make_unique<ChildProcess>(
          std::vector<std::string>{"nginx", "-e", folder.File("nginx/error.log"), "-c",
                                   folder.File("nginx/nginx.conf")},
          folder.File("nginx.log"));
      Await([this] {
        if (!web->Runs()) throw std::runtime_error("permit-web has ended");
        return !nginx->Runs() || Get("/coa-frontend/healthz").status == 200;
      });
    } while (!nginx->Runs());
  }

  ~Production() override {
    for (ChildProcess* program : {nginx.get(), web.get()}) {
      program->Send(SIGTERM);
      program->Wait();
    }
  }

  HttpReply Get(const std::string& path, std::vector<std::string> options = {}) const {
    options.insert(options.end(),
                   {"--cacert", folder.File("nginx/certificate.pem"), "--resolve",
                    std::string(kName) + ":" + std::to_string(https) + ":127.0.0.1"});
    return Curl("https://" + std::string(kName) + ":" + std::to_string(https) + path, options);
  }

  TestFolder folder;
  int http = 0;
  int https = 0;
  std::unique_ptr<ChildProcess> web;
  std::unique_ptr<ChildProcess> nginx;
};

void ExpectSafe(const HttpReply& answer, int status) {
  EXPECT_EQ(answer.status, status);
  EXPECT_TRUE(Says(answer, "Strict-Transport-Security: max-age=31536000; includeSubDomains"));
  EXPECT_TRUE(Says(answer, "X-Content-Type-Options: nosniff"));
  EXPECT_TRUE(Says(answer, "X-Frame-Options: DENY"));
  EXPECT_TRUE(Says(answer, "Referrer-Policy: same-origin"));
  EXPECT_TRUE(Says(answer, "Cache-Control: no-store"));
  const std::string policy = HeaderOf(answer, "Content-Security-Policy");
  EXPECT_NE(policy.find("default-src 'none'"), policy.npos);
  EXPECT_NE(policy.find("frame-ancestors 'none'"), policy.npos);
  EXPECT_EQ(policy.find("unsafe"), policy.npos);
  EXPECT_EQ(answer.head.find("nginx/"), std::string::npos);
}

TEST_F(Production, AnswersErrorsSafelyInBothLanguages) {
  ExpectSafe(Get("/coa-frontend/no-such-page"), 404);
  ExpectSafe(Get("/%"), 400);
  ExpectSafe(Get("/coa-frontend/healthz", {"-X", "PUT"}), 405);
  ExpectSafe(Get(kNotice, {"-H", "Content-Type: text/plain", "--data", "x"}), 415);
  ExpectSafe(Get(kNotice, {"--data", "a=%"}), 400);
  ExpectSafe(Get(kNotice, {"--data", "a=" + std::string(100'000, 'x')}), 413);
  const std::string chinese = Get("/no-such-page").body;
  const std::string english = Get("/no-such-page?lang=en").body;
  EXPECT_NE(chinese.find("<html lang=\"zh"), chinese.npos);
  EXPECT_NE(english.find("lang=\"en\""), english.npos);
  // The number that a student tells the helpdesk is the one in nginx's log.
  std::smatch number;
  ASSERT_TRUE(std::regex_search(english, number, std::regex("[0-9a-f]{32}")));
  Await([&] {
    return ReadWhole(folder.File("nginx/log/permit.log")).find(number.str()) != std::string::npos;
  });
}

TEST_F(Production, SaysThatTheDatabaseIsAway) {
  HttpReply answer = Get("/coa-frontend/china-student/individual/todo",
                         {"--cookie", "__Host-session=0123456789abcdef"});
  ExpectSafe(answer, 503);
  EXPECT_TRUE(Says(answer, "Retry-After: 30"));
  EXPECT_EQ(answer.body.find("none.sock"), std::string::npos);
}

TEST_F(Production, BindsCookiesToItsHost) {
  HttpReply answer = Get("/coa-frontend/no-such-page?lang=en");
  EXPECT_TRUE(std::regex_search(
      answer.head, std::regex("\r\nset-cookie: __Host-[a-z]+=[^;]+; Path=/;[^\r]*HttpOnly; "
                              "SameSite=Lax; Secure\r\n",
                              std::regex::icase)))
      << answer.head;
  EXPECT_FALSE(
      std::regex_search(answer.head, std::regex("\r\nset-cookie: (?!__Host-)", std::regex::icase)));
}

TEST_F(Production, SendsPlainRequestsToTls) {
  HttpReply answer = Curl("http://127.0.0.1:" + std::to_string(http) + "/coa-frontend/?a=b",
                          {"-H", std::string("Host: ") + kName});
  EXPECT_EQ(answer.status, 301);
  EXPECT_EQ(HeaderOf(answer, "Location"), "https://coa.example.gov.tw/coa-frontend/?a=b");
}

TEST_F(Production, TellsOtherNamesNothing) {
  EXPECT_EQ(
      Curl("http://127.0.0.1:" + std::to_string(http) + "/", {"-H", "Host: evil.example"}).status,
      0);
  EXPECT_EQ(
      Curl("https://127.0.0.1:" + std::to_string(https) + "/coa-frontend/healthz", {"-k"}).status,
      0);
}

TEST_F(Production, CanBeAskedFromATerminal) {
  auto run = [this](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(),
                     {InBuild("/fcgi/permit-web"), "--config", folder.File("permit.toml")});
    return RunProgram(arguments);
  };
  Finished page = run({"--once", "GET", "/coa-frontend/student/entry"});
  EXPECT_EQ(page.exit_code, 0);
  EXPECT_TRUE(page.output.starts_with("Status: 200 OK\r\n")) << page.output.substr(0, 500);
  EXPECT_NE(page.output.find("<h1"), std::string::npos);
  EXPECT_EQ(run({"--once", "GET", "/coa-frontend/no-such-page"}).exit_code, 0);
  Await([&] {
    return run({"--status"}).output.find("permit_web_workers_ready{pool=\"pages\"} 2\n") !=
           std::string::npos;
  });
  EXPECT_NE(run({"--once", "GET"}).exit_code, 0);
  EXPECT_NE(run({"--no-such-option"}).exit_code, 0);
}

TEST_F(Production, GivesItsOwnPagesTheSameHeaders) {
  web->Send(SIGTERM);
  EXPECT_EQ(web->Wait(), 0);
  HttpReply answer = Get("/coa-frontend/student/entry");
  ExpectSafe(answer, 503);
  EXPECT_NE(answer.body.find("系統暫時無法提供服務"), std::string::npos);
  EXPECT_EQ(HeaderOf(Get("/"), "Strict-Transport-Security"), "max-age=31536000; includeSubDomains");
}

}  // namespace
}  // namespace permit::test
