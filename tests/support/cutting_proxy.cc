#include "tests/support/cutting_proxy.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <stdexcept>
#include <string_view>

namespace permit::test {
namespace {

constexpr std::string_view kCommit =
    "\x03"
    "COMMIT";

sockaddr_un AddressOf(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  return address;
}

}  // namespace

CuttingProxy::CuttingProxy(const std::string& server, Cut cut, int spared)
    : server_(server), cut_(cut), spared_(spared), path_(server + ".proxy") {
  unlink(path_.c_str());
  listener_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address = AddressOf(path_);
  if (bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
      listen(listener_, 8) != 0) {
    throw std::runtime_error("the proxy cannot listen");
  }
  thread_ = std::thread([this] { Serve(); });
}

CuttingProxy::~CuttingProxy() {
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
  unlink(path_.c_str());
}

// One connection after the other; a client has one at a time.
void CuttingProxy::Serve() {
  for (;;) {
    int client = accept(listener_, nullptr, nullptr);
    if (client < 0) return;
    int server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address = AddressOf(server_);
    if (connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
      Pump(client, server);
    }
    close(client);
    close(server);
  }
}

void CuttingProxy::Pump(int client, int server) {
  pollfd ends[2] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
  char buffer[65536];
  bool last_answer = false;
  while (poll(ends, 2, -1) > 0) {
    for (int side : {0, 1}) {
      if (ends[side].revents == 0) continue;
      ssize_t got = read(ends[side].fd, buffer, sizeof buffer);
      if (got <= 0 || (side == 1 && last_answer)) return;
      std::string_view bytes(buffer, static_cast<std::size_t>(got));
      if (side == 0 && !has_cut_ && bytes.ends_with(kCommit) && spared_-- == 0) {
        has_cut_ = last_answer = true;
        if (cut_ == Cut::kBeforeTheServer) return;
      }
      if (write(ends[1 - side].fd, buffer, bytes.size()) != got) return;
    }
  }
}

}  // namespace permit::test
