#include "tests/nginx/private_nginx.h"

#include <filesystem>
#include <stdexcept>

#include "tests/support/places.h"

namespace permit::test {

PrivateNginx::PrivateNginx(const TestFolder& folder, const Sockets& sockets, bool limits)
    : folder_(folder) {
  std::filesystem::create_directory(folder.File("static"));
  folder.Write("static/main-0123abcd.css", std::string(4000, ' ') + "a{}");
  do {
    port_ = AnyPort();
    std::vector<std::string> write = {InSource("/nginx/write_private_conf"),
                                      "--port",
                                      std::to_string(port_),
                                      "--dir",
                                      folder.File("nginx"),
                                      "--socket",
                                      sockets.pages,
                                      "--static",
                                      folder.File("static")};
    if (!sockets.heavy.empty()) write.insert(write.end(), {"--heavy", sockets.heavy});
    if (!sockets.passwords.empty()) write.insert(write.end(), {"--passwords", sockets.passwords});
    if (limits) write.push_back("--limits");
    Finished written = RunProgram(write);
    if (written.exit_code != 0) throw std::runtime_error(written.output);
    if (limits) {
      std::string conf = ReadWhole(folder.File("nginx/nginx.conf"));
      conf.insert(conf.find("    server {"),
                  "    set_real_ip_from 127.0.0.1;\n    real_ip_header X-Test-Address;\n");
      folder.Write("nginx/nginx.conf", conf);
    }
    nginx_ = std::make_unique<ChildProcess>(
        std::vector<std::string>{"nginx", "-e", folder.File("nginx/error.log"), "-c",
                                 folder.File("nginx/nginx.conf")},
        folder.File("nginx.log"));
    Await([&] { return !nginx_->Runs() || Get("/coa-frontend/permit-page.css").status == 200; });
  } while (!nginx_->Runs());
}

PrivateNginx::~PrivateNginx() {
  nginx_->Send(SIGTERM);
  nginx_->Wait();
}

HttpReply PrivateNginx::Get(const std::string& path,
                            const std::vector<std::string>& options) const {
  return Curl("http://127.0.0.1:" + std::to_string(port_) + path, options);
}

std::string PrivateNginx::AccessLog() const { return ReadWhole(folder_.File("nginx/access.log")); }

std::string PrivateNginx::ErrorLog() const { return ReadWhole(folder_.File("nginx/error.log")); }

}  // namespace permit::test
