// permit-web: the site behind nginx, as a pool of FastCGI workers; or one page of it on a terminal.
// One process tree a pool: the pools share nothing but the settings and the database.
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

#include "fcgi/base/log.h"
#include "fcgi/base/worker_pool.h"
#include "fcgi/http/request_head.h"
#include "fcgi/http/response_head.h"
#include "fcgi/pool/control_socket.h"
#include "fcgi/pool/master.h"
#include "handlers/dispatch.h"
#include "handlers/payment/gateways.h"
#include "sql/database.h"
#include "views/renderer.h"

namespace permit {
namespace {

// Read by the master once a reload, shared by its workers.
struct Files {
  explicit Files(const std::string& config)
      : settings(ReadSettings(config)),
        renderer({settings.template_dir, settings.locale_dir, settings.static_dir}),
        secret(ReadSiteSecret(settings)),
        gateways(settings) {}

  Settings settings;
  views::Renderer renderer;
  std::string secret;
  payment::Gateways gateways;
};

// A worker's own: what may not be shared across a fork, above all the connection to the database.
class WebApplication final : public Application {
 public:
  explicit WebApplication(std::shared_ptr<const Files> files)
      : files_(std::move(files)),
        clock_(std::chrono::seconds(files_->settings.clock_offset_seconds)),
        database_(sql::OptionsFromSettings(files_->settings)),
        services_{files_->settings, clock_, random_, database_, files_->renderer, files_->secret},
        dispatcher_(services_, Routes()) {
    services_.gateways = &files_->gateways;
  }

  Response Handle(Request head, BodySource& body) override {
    return dispatcher_.Handle(std::move(head), body);
  }

 private:
  std::shared_ptr<const Files> files_;
  SystemClock clock_;
  SystemRandom random_;
  sql::Database database_;
  Services services_;
  Dispatcher dispatcher_;
};

Site LoadSiteFrom(const std::string& config, WorkerPool pool) {
  auto files = std::make_shared<const Files>(config);
  const Settings& settings = files->settings;
  Site site;
  site.workers = PoolWorkers(settings, pool);
  site.requests_per_worker = static_cast<std::uint64_t>(settings.web_requests_per_worker);
  site.memory_kib_per_worker = static_cast<std::uint64_t>(settings.web_worker_memory_mib) * 1024;
  site.make_application = [files] { return std::make_unique<WebApplication>(files); };
  return site;
}

int Serve(const std::string& config, WorkerPool pool) {
  const std::string path = PoolSocket(ReadSettings(config), pool);
  ListenSocket socket = ListenSocket::Open(path, PoolBacklog(pool));
  RunPool(socket, [&] { return LoadSiteFrom(config, pool); },
          {.name = std::string(Code(pool)), .control_path = ControlPath(path)});
  return 0;
}

// 1 when one of them does not answer.
int PrintStatus(const std::string& config) {
  const Settings settings = ReadSettings(config);
  int exit_code = 0;
  for (const WorkerPool pool : kWorkerPools) {
    try {
      std::cout << ReadStatus(ControlPath(PoolSocket(settings, pool)));
    } catch (const std::exception& error) {
      std::cout << std::flush;
      std::cerr << "permit-web: " << Code(pool) << ": " << error.what() << "\n";
      exit_code = 1;
    }
  }
  return exit_code;
}

int PrintPage(const std::string& config, const std::vector<std::string>& method_and_path) {
  const std::map<std::string, std::string, std::less<>> params = {
      {"REQUEST_METHOD", method_and_path.at(0)},
      {"REQUEST_URI", method_and_path.at(1)},
      {"REMOTE_ADDR", "127.0.0.1"}};
  EmptyBody body;
  Response response = LoadSiteFrom(config, WorkerPool::kPages)
                          .make_application()
                          ->Handle(ReadHead([&params](const char* name) {
                                     auto param = params.find(name);
                                     return param == params.end() ? nullptr : param->second.c_str();
                                   }),
                                   body);
  std::cout << SerializeHead(response) << response.body << std::flush;
  return response.status < 500 ? 0 : 1;
}

int Run(int argc, char** argv) {
  CLI::App app("Serves the Students Online Application System to nginx over FastCGI.");
  std::string config;
  std::string pool{Code(WorkerPool::kPages)};
  bool status = false;
  std::vector<std::string> once;
  app.add_option("--config", config, "the settings (TOML)")->required()->check(CLI::ExistingFile);
  std::vector<std::string> pools;
  for (const WorkerPool one : kWorkerPools) pools.emplace_back(Code(one));
  app.add_option("--pool", pool, "which of the pools to serve (default: pages)")
      ->check(CLI::IsMember(pools));
  app.add_option("--once", once, "METHOD PATH: print one answer instead of serving; 1 if it failed")
      ->expected(2)
      ->excludes(app.add_flag("--status", status,
                              "print how the running pools are doing; 1 if one does not answer"));
  CLI11_PARSE(app, argc, argv);
  if (!once.empty()) return PrintPage(config, once);
  return status ? PrintStatus(config) : Serve(config, WorkerPoolFromCode(pool).value());
}

}  // namespace
}  // namespace permit

int main(int argc, char** argv) {
  try {
    return permit::Run(argc, argv);
  } catch (const std::exception& error) {
    permit::Log(permit::Severity::kError, "web.failed", {{"reason", error.what()}});
    return 1;
  }
}
