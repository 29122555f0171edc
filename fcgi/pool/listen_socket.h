// The Unix socket that nginx passes requests to: inherited from systemd, or made here.
//
// Either way it is non-blocking, so that a worker that loses the race for a request does not sleep
// in accept. A socket made here has mode 0660 and is removed again with the object; an inherited
// one stays with systemd, and what waits in it survives a restart.
#pragma once

#include <cstdint>
#include <string>

namespace permit {

class ListenSocket {
 public:
  // The socket of LISTEN_FDS when there is one, else a new one at `path`. Throws
  // std::runtime_error when another pool serves `path` or it cannot be made. systemd's socket has
  // the backlog of its unit.
  static ListenSocket Open(const std::string& path, int backlog);

  ListenSocket(ListenSocket&& other) noexcept;
  ListenSocket(const ListenSocket&) = delete;
  ListenSocket& operator=(const ListenSocket&) = delete;
  ListenSocket& operator=(ListenSocket&&) = delete;
  ~ListenSocket();

  int fd() const { return fd_; }
  bool inherited() const { return path_.empty(); }

  // Takes the name away, so that no new connection comes; those that wait stay. Does nothing for an
  // inherited socket, or when another socket has taken the name.
  void Unlink();

 private:
  ListenSocket(int fd, std::string path);

  int fd_;
  std::string path_;     // empty when inherited
  std::uint64_t inode_;  // tells our name from a successor's
};

// A listening stream socket of mode 0660 at `path`, replacing one that nobody serves any more.
int BindUnixSocket(const std::string& path, int backlog);

}  // namespace permit
