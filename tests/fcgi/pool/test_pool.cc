#include "tests/fcgi/pool/test_pool.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <vector>

#include "fcgi/pool/control_socket.h"

namespace permit::test {
namespace {

class SteeredApplication final : public Application {
 public:
  SteeredApplication(const TestFolder& folder, std::string generation)
      : folder_(folder), generation_(std::move(generation)) {}

  Response Handle(Request head, BodySource& body) override {
    if (head.fault) return Response::Text("", head.fault->status());
    if (head.path == "/pid") return Response::Text(std::to_string(getpid()));
    if (head.path == "/generation") return Response::Text(generation_);
    if (head.path == "/tag") return Response::Text(head.if_none_match);
    if (head.path == "/wait") {
      folder_.Write("waiting", "");
      Await([this] { return folder_.Has("release"); });
      return Response::Text("released");
    }
    if (head.path == "/die") raise(SIGKILL);
    if (head.path == "/grow") {
      kept_.emplace_back(1 << 20, 'x');
      return Response::Text(std::to_string(getpid()));
    }
    if (head.path == "/bytes") return Response::Text(std::string(1 << 20, 'b'));
    if (head.path == "/throw") throw std::runtime_error("thrown on purpose");
    if (head.path != "/body") return Response::Text("", 404);
    try {
      return Response::Text(body.Read(1000));
    } catch (const HttpError& error) {
      return Response::Text("", error.status());
    }
  }

 private:
  const TestFolder& folder_;
  std::string generation_;
  std::vector<std::string> kept_;
};

std::string ReadFile(const std::string& path) {
  std::ifstream in(path);
  std::string text;
  std::getline(in, text);
  return text;
}

Site Load(const TestFolder& folder, const TestSite& test_site) {
  std::string generation = ReadFile(folder.File("generation"));
  if (generation == "broken") throw std::runtime_error("broken on purpose");
  Site site;
  site.workers = test_site.workers;
  site.requests_per_worker = test_site.requests_per_worker;
  site.memory_kib_per_worker = test_site.memory_kib_per_worker;
  site.make_application = [&folder, generation]() -> std::unique_ptr<Application> {
    if (generation == "stillborn") throw std::runtime_error("stillborn on purpose");
    return std::make_unique<SteeredApplication>(folder, generation);
  };
  return site;
}

int Serve(const TestFolder& folder, const TestSite& site) {
  try {
    ListenSocket socket = ListenSocket::Open(folder.File("web.sock"), 4096);
    PoolOptions options{"test", ControlPath(folder.File("web.sock")), site.throttle,
                        site.stop_patience};
    RunPool(
        socket, [&] { return Load(folder, site); }, options);
    return 0;
  } catch (const std::exception&) {
    return 1;
  }
}

}  // namespace

TestFolder::TestFolder() {
  char name[] = "/tmp/pool-test-XXXXXX";
  if (mkdtemp(name) == nullptr) throw std::runtime_error("mkdtemp");
  path_ = name;
  Write("generation", "one");
}

TestFolder::~TestFolder() { std::filesystem::remove_all(path_); }

void TestFolder::Write(const std::string& name, const std::string& text) const {
  std::ofstream(File(name)) << text;
}

bool TestFolder::Has(const std::string& name) const { return std::filesystem::exists(File(name)); }

TestPool::TestPool(const TestFolder& folder, const TestSite& site, int inherited)
    : folder_(folder), pid_(fork()) {
  if (pid_ == 0) {
    if (inherited >= 0) {
      if (inherited != 3) dup2(inherited, 3);
      setenv("LISTEN_FDS", "1", 1);
      setenv("LISTEN_PID", std::to_string(getpid()).c_str(), 1);
    }
    // The log of expected failures would hide the tests' own words.
    if (std::getenv("POOL_TEST_LOG") == nullptr) dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
    _exit(Serve(folder, site));
  }
}

TestPool::~TestPool() {
  if (pid_ > 0) {
    Signal(SIGKILL);
    WaitForEnd();
  }
}

FcgiReply TestPool::Ask(const std::string& path, const std::string& body) const {
  return FcgiAsk(socket(), {{"REQUEST_URI", path}, {"REQUEST_METHOD", "POST"}}, body);
}

long TestPool::Status(const std::string& name) const {
  try {
    std::string text = ReadStatus(ControlPath(socket()));
    std::size_t at = text.find("permit_web_" + name + "{pool=\"test\"} ");
    if (at == std::string::npos) return -1;
    return std::stol(text.substr(text.find(' ', at) + 1));
  } catch (const std::exception&) {
    return -1;
  }
}

void TestPool::Signal(int number) const { kill(pid_, number); }

bool TestPool::HasEnded() const {
  siginfo_t info{};
  waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT);
  return info.si_pid != 0;
}

int TestPool::WaitForEnd() {
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

void Await(const std::function<bool()>& condition) {
  while (!condition()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

}  // namespace permit::test
