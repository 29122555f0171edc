#include "tests/support/private_server.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>
#include <utility>

#include "tests/support/places.h"

namespace permit::test {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

void MustRun(const std::vector<std::string>& arguments) {
  Finished finished = RunProgram(arguments);
  if (finished.exit_code != 0) throw std::runtime_error(arguments[0] + ": " + finished.output);
}

// The program of MySQL, or empty: MariaDB's is used.
std::string MySql() {
  const char* program = std::getenv("PERMIT_MYSQL");
  return program == nullptr ? "" : program;
}

// The start of a server's command line, on a data folder.
std::vector<std::string> Program(const fs::path& data) {
  std::vector<std::string> arguments =
      MySql().empty()
          ? std::vector<std::string>{"mariadbd", "--no-defaults", "--innodb-log-file-size=4M"}
          : std::vector<std::string>{MySql(), "--no-defaults", "--mysqlx=OFF",
                                     "--innodb-redo-log-capacity=8M", "--skip-log-bin"};
  arguments.push_back("--datadir=" + data.string());
  if (geteuid() == 0) arguments.emplace_back("--user=root");
  return arguments;
}

std::unique_ptr<ChildProcess> StartServer(const fs::path& folder,
                                          const std::vector<std::string>& options = {}) {
  std::string socket = folder / "db.sock";
  fs::path log = folder / "server.log";
  std::vector<std::string> arguments = Program(folder / "data");
  for (const std::string& option :
       {"--socket=" + socket, std::string("--skip-networking"),
        "--pid-file=" + std::string(folder / "server.pid"),
        std::string("--innodb-buffer-pool-size=32M"),
        std::string("--innodb-flush-log-at-trx-commit=2"), std::string("--innodb-use-native-aio=0"),
        std::string("--max-allowed-packet=64M"), std::string("--character-set-server=utf8mb4"),
        std::string("--collation-server=utf8mb4_unicode_ci")}) {
    arguments.push_back(option);
  }
  arguments.insert(arguments.end(), options.begin(), options.end());
  auto server = std::make_unique<ChildProcess>(arguments, log);
  while (RunProgram({"mariadb-admin", "--no-defaults", "--socket=" + socket, "--user=root", "ping"})
             .exit_code != 0) {
    if (!server->Runs()) throw std::runtime_error("no database server:\n" + ReadAll(log));
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return server;
}

void StopServer(ChildProcess& server) {
  server.Send(SIGTERM);
  server.Wait();
}

// Two programs may ask at the same time: the second waits for the first.
class TemplateLock {
 public:
  explicit TemplateLock(const fs::path& file)
      : descriptor_(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) throw std::runtime_error("cannot open " + file.string());
    flock(descriptor_, LOCK_EX);
  }
  ~TemplateLock() { close(descriptor_); }
  TemplateLock(const TemplateLock&) = delete;
  TemplateLock& operator=(const TemplateLock&) = delete;

 private:
  int descriptor_;
};

fs::path NewFolder() {
  std::string pattern = fs::temp_directory_path() / "permit-test-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp " + pattern);
  return pattern;
}

void MakeEmpty(const fs::path& data) {
  if (MySql().empty()) {
    return MustRun({"mariadb-install-db", "--no-defaults", "--force", "--datadir=" + data.string(),
                    "--auth-root-authentication-method=normal", "--skip-test-db",
                    "--innodb-log-file-size=4M"});
  }
  std::vector<std::string> arguments = Program(data);
  arguments.emplace_back("--initialize-insecure");
  MustRun(arguments);
}

void MakeTemplate(const fs::path& target, const fs::path& base,
                  const std::function<void(const std::string&)>& prepare) {
  fs::path folder = NewFolder();
  if (base.empty()) {
    MakeEmpty(folder / "data");
  } else {
    MustRun({"cp", "-a", base, folder / "data"});
  }
  if (prepare) {
    std::unique_ptr<ChildProcess> server = StartServer(folder);
    prepare(folder / "db.sock");
    StopServer(*server);
  }
  MustRun({"cp", "-a", folder / "data", target.string() + ".new"});
  fs::rename(target.string() + ".new", target);
  fs::remove_all(folder);
}

fs::path Template(const std::string& name, const std::function<void(const std::string&)>& prepare) {
  fs::path shelf = InBuild(MySql().empty() ? "/test-servers" : "/test-servers-mysql");
  fs::create_directories(shelf);
  TemplateLock lock(shelf / "lock");
  fs::path empty = shelf / "empty";
  if (!fs::exists(empty)) MakeTemplate(empty, "", {});
  if (name.empty()) return empty;
  fs::path target = shelf / name;
  if (!fs::exists(target)) MakeTemplate(target, empty, prepare);
  return target;
}

}  // namespace

PrivateServer::PrivateServer(const std::string& template_name,
                             const std::function<void(const std::string&)>& prepare,
                             std::vector<std::string> options)
    : options_(std::move(options)) {
  fs::path source = Template(template_name, prepare);
  fs::path folder = NewFolder();
  folder_ = folder;
  socket_ = folder / "db.sock";
  MustRun({"cp", "-a", source, folder / "data"});
  Start();
}

PrivateServer::~PrivateServer() {
  Kill();
  fs::remove_all(folder_);
}

bool PrivateServer::IsMySql() { return !MySql().empty(); }

std::string PrivateServer::Sql(const std::string& statements, const std::string& database) {
  Finished finished = RunProgram({"mariadb", "--no-defaults", "--socket=" + socket_, "--user=root",
                                  "--default-character-set=utf8mb4", "--batch",
                                  "--skip-column-names", "--execute=" + statements, database});
  if (finished.exit_code != 0) throw std::runtime_error(finished.output);
  return finished.output;
}

void PrivateServer::Kill() {
  if (server_) server_->Send(SIGKILL);
  server_.reset();
}

void PrivateServer::Stop() {
  if (server_) StopServer(*server_);
  server_.reset();
}

void PrivateServer::Start() { server_ = StartServer(folder_, options_); }

}  // namespace permit::test
