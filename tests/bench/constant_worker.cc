// constant_worker SOCKET FILE WORKERS: a pool of the project's own whose workers answer everything
// with the bytes of FILE as a page with the usual headers. It is what the site is measured against.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>

#include "fcgi/pool/master.h"
#include "handlers/web/headers.h"

namespace permit {
namespace {

class ConstantApplication final : public Application {
 public:
  explicit ConstantApplication(const std::string& page) : page_(page) {}

  Response Handle(Request, BodySource&) override {
    Response response = Response::Html(page_);
    AddSecurityHeaders(response, false);
    return response;
  }

 private:
  const std::string& page_;
};

int Run(const std::string& socket_path, const std::string& file, int workers) {
  std::ifstream in(file, std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  ListenSocket socket = ListenSocket::Open(socket_path, 4096);
  auto load = [&] {
    Site site;
    site.workers = workers;
    site.requests_per_worker = std::numeric_limits<std::uint64_t>::max();
    site.make_application = [&page] { return std::make_unique<ConstantApplication>(page); };
    return site;
  };
  RunPool(socket, load, {});
  return 0;
}

}  // namespace
}  // namespace permit

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: constant_worker SOCKET FILE WORKERS\n";
    return 2;
  }
  return permit::Run(arguments[1], arguments[2], std::atoi(arguments[3]));
}
