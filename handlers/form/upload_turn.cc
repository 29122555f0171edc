#include "handlers/form/upload_turn.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <thread>

#include "fcgi/base/crypto.h"

namespace permit {
namespace {

constexpr std::chrono::milliseconds kBetweenTries{50};

// Another site's on the same machine has another database.
std::string NameOf(const Settings& settings, std::uint64_t account_id) {
  const std::string site = settings.database_socket + "\n" + settings.database_host + "\n" +
                           std::to_string(settings.database_port) + "\n" + settings.database_name;
  return "permit-upload-" + HexEncode(Sha256(site)).substr(0, 16) + "-" +
         std::to_string(account_id);
}

bool Take(int socket, const std::string& name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path + 1, name.data(), name.size());
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
  if (bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0) return true;
  if (errno == EADDRINUSE) return false;
  throw std::system_error(errno, std::generic_category(), "bind");
}

}  // namespace

UploadTurn::UploadTurn(const Settings& settings, std::uint64_t account_id,
                       std::chrono::milliseconds patience)
    : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
  if (socket_ < 0) throw std::system_error(errno, std::generic_category(), "socket");
  const std::string name = NameOf(settings, account_id);
  const auto until = std::chrono::steady_clock::now() + patience;
  try {
    while (!(held_ = Take(socket_, name)) && std::chrono::steady_clock::now() < until) {
      std::this_thread::sleep_for(kBetweenTries);
    }
  } catch (...) {
    close(socket_);
    throw;
  }
}

UploadTurn::~UploadTurn() { close(socket_); }

}  // namespace permit
