// Which pool nginx asks for what.
#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "handlers/routes.h"
#include "tests/nginx/private_nginx.h"

namespace permit::test {
namespace {

class Pools : public ::testing::Test {
 protected:
  Pools() {
    for (const auto& [pool, serving] : pools) {
      Await([&] { return serving->Status("workers_ready") == 1; });
    }
  }

  static std::unique_ptr<TestPool> Start(const TestFolder& folder) {
    return std::make_unique<TestPool>(folder, TestSite{.workers = 1});
  }

  // The pools that answered since it was asked last.
  std::string Asked() {
    std::string asked;
    for (const auto& [pool, serving] : pools) {
      const long requests = serving->Status("requests_total");
      if (requests > seen[pool]) asked.append(asked.empty() ? "" : " ").append(Code(pool));
      seen[pool] = requests;
    }
    return asked;
  }

  TestFolder pages, heavy, passwords;
  std::map<WorkerPool, std::unique_ptr<TestPool>> pools = [this] {
    std::map<WorkerPool, std::unique_ptr<TestPool>> all;
    all[WorkerPool::kPages] = Start(pages);
    all[WorkerPool::kHeavy] = Start(heavy);
    all[WorkerPool::kPasswords] = Start(passwords);
    return all;
  }();
  std::map<WorkerPool, long> seen;
  PrivateNginx nginx{
      pages, {pages.File("web.sock"), heavy.File("web.sock"), passwords.File("web.sock")}, false};
};

TEST_F(Pools, AreAskedAsTheSiteMapSays) {
  Asked();
  for (const Route& route : Routes()) {
    if (route.path == "/") continue;  // nginx leads on from there
    const std::string path =
        std::regex_replace(std::string(route.path), std::regex(R"(\{[a-z]+\})"),
                           "00000000-0000-4000-8000-000000000000");
    std::vector<std::string> options;
    if (route.method == Method::kPost) options = {"--data", "a=1"};
    nginx.Get(path, options);
    std::string asked;
    Await([&] { return !(asked = Asked()).empty(); });  // a worker counts after it has answered
    EXPECT_EQ(asked, Code(route.pool)) << (options.empty() ? "GET " : "POST ") << path;
  }
}

TEST_F(Pools, AnswerPagesWhileTheOthersAreBusy) {
  // Both workers hang in a request that the test never releases.
  const std::string student = "/coa-frontend/china-student/individual/";
  const std::string draft = student + "apply/drafts/00000000-0000-4000-8000-000000000000";
  const int uploading = FcgiSend(heavy.File("web.sock"), {{"REQUEST_URI", "/wait"}});
  const int hashing = FcgiSend(passwords.File("web.sock"), {{"REQUEST_URI", "/wait"}});
  for (const TestFolder* folder : {&heavy, &passwords}) {
    Await([&] { return folder->Has("waiting"); });
  }
  for (int i = 0; i < 50; ++i) EXPECT_EQ(nginx.Get("/generation").status, 200);
  EXPECT_EQ(nginx.Get(draft, {"--data", "a=1", "--max-time", "0.2"}).status, 0) << "it waits";
  for (const TestFolder* folder : {&heavy, &passwords}) folder->Write("release", "");
  for (const int fd : {uploading, hashing}) FcgiReceive(fd);
}

}  // namespace
}  // namespace permit::test
