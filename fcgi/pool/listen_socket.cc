#include "fcgi/pool/listen_socket.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace permit {
namespace {

sockaddr_un Address(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.empty() || path.size() >= sizeof address.sun_path) {
    throw std::runtime_error("the path of the socket is empty or too long: " + path);
  }
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  return address;
}

[[noreturn]] void Fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

int NewSocket() {
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) Fail("socket");
  return fd;
}

bool SomebodyServes(const std::string& path) {
  sockaddr_un address = Address(path);
  int fd = NewSocket();
  bool served =
      connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 || errno == EAGAIN;
  close(fd);
  return served;
}

std::uint64_t InodeOf(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

}  // namespace

int BindUnixSocket(const std::string& path, int backlog) {
  sockaddr_un address = Address(path);
  struct stat status {};
  if (lstat(path.c_str(), &status) == 0 && S_ISSOCK(status.st_mode)) {
    if (SomebodyServes(path)) throw std::runtime_error("another process serves " + path);
    unlink(path.c_str());
  }
  int fd = NewSocket();
  mode_t mask = umask(0117);
  bool bound = bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  umask(mask);
  if (!bound || listen(fd, backlog) != 0) {
    int error = errno;
    close(fd);
    errno = error;
    Fail("cannot listen at " + path);
  }
  return fd;
}

ListenSocket ListenSocket::Open(const std::string& path, int backlog) {
  int inherited = sd_listen_fds(1);
  if (inherited > 1) throw std::runtime_error("systemd passed more than one socket");
  if (inherited == 1) {
    int fd = SD_LISTEN_FDS_START;
    if (fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) != 0) Fail("fcntl");
    return {fd, ""};
  }
  return {BindUnixSocket(path, backlog), path};
}

ListenSocket::ListenSocket(int fd, std::string path)
    : fd_(fd), path_(std::move(path)), inode_(InodeOf(path_)) {}

ListenSocket::ListenSocket(ListenSocket&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), path_(std::move(other.path_)), inode_(other.inode_) {}

ListenSocket::~ListenSocket() {
  if (fd_ < 0) return;
  Unlink();
  close(fd_);
}

void ListenSocket::Unlink() {
  if (!inherited() && InodeOf(path_) == inode_) unlink(path_.c_str());
}

}  // namespace permit
