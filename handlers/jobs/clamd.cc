#include "handlers/jobs/clamd.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <stdexcept>

namespace permit {
namespace {

using std::chrono::milliseconds;
using SteadyTime = std::chrono::steady_clock::time_point;

constexpr std::size_t kPiece = std::size_t{64} << 10;
constexpr std::size_t kMostReply = 4096;

// The reason why there is no answer.
struct Silence : std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::string Reason(const char* what) { return std::string(what) + ": " + std::strerror(errno); }

class Socket {
 public:
  explicit Socket(SteadyTime until)
      : fd_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)), until_(until) {
    if (fd_ < 0) throw Silence(Reason("socket"));
  }
  ~Socket() { close(fd_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  // The error number; 0: connected. A full queue is EAGAIN.
  int Connect(const sockaddr_un& address) const {
    const auto* where = reinterpret_cast<const sockaddr*>(&address);
    return connect(fd_, where, sizeof address) == 0 ? 0 : errno;
  }

  // False: the other end takes no more, and may have said why.
  bool Send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent >= 0) {
        bytes.remove_prefix(static_cast<std::size_t>(sent));
      } else if (errno == EAGAIN) {
        Await(POLLOUT);
      } else if (errno == EPIPE || errno == ECONNRESET) {
        return false;
      } else if (errno != EINTR) {
        throw Silence(Reason("send"));
      }
    }
    return true;
  }

  // What stands before the first zero byte, or before the end.
  std::string Receive() {
    std::string reply;
    char piece[512];
    while (reply.size() < kMostReply) {
      const ssize_t size = recv(fd_, piece, sizeof piece, 0);
      if (size == 0 || (size < 0 && errno == ECONNRESET)) return reply;
      if (size < 0 && errno == EAGAIN) {
        Await(POLLIN);
      } else if (size < 0 && errno != EINTR) {
        throw Silence(Reason("recv"));
      } else if (size > 0) {
        reply.append(piece, static_cast<std::size_t>(size));
        const std::size_t end = reply.find('\0');
        if (end != std::string::npos) return reply.substr(0, end);
      }
    }
    return reply;
  }

 private:
  void Await(short events) {
    const auto left =
        std::chrono::ceil<milliseconds>(until_ - std::chrono::steady_clock::now()).count();
    pollfd polled{fd_, events, 0};
    const int ready = left <= 0 ? 0 : poll(&polled, 1, static_cast<int>(left));
    if (ready == 0) throw Silence("it takes too long");
    if (ready < 0 && errno != EINTR) throw Silence(Reason("poll"));
  }

  int fd_;
  SteadyTime until_;
};

void SendStream(Socket& socket, std::string_view bytes) {
  using namespace std::string_view_literals;
  if (!socket.Send("zINSTREAM\0"sv)) return;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), kPiece))) {
    const std::string_view piece = bytes.substr(0, kPiece);
    const std::uint32_t length = htonl(static_cast<std::uint32_t>(piece.size()));
    std::string framed(reinterpret_cast<const char*>(&length), sizeof length);
    framed += piece;
    if (!socket.Send(framed)) return;
  }
  socket.Send("\0\0\0\0"sv);
}

// "stream: OK", "stream: NAME FOUND", "… ERROR".
ScanReply Understood(const std::string& reply) {
  constexpr std::string_view kStart = "stream: ";
  constexpr std::string_view kFoundEnd = " FOUND";
  if (reply == "stream: OK") return {ScanVerdict::kClean, ""};
  if (reply.starts_with(kStart) && reply.ends_with(kFoundEnd) &&
      reply.size() > kStart.size() + kFoundEnd.size()) {
    const std::size_t size = reply.size() - kStart.size() - kFoundEnd.size();
    return {ScanVerdict::kFound, reply.substr(kStart.size(), size)};
  }
  if (reply.ends_with(" ERROR")) return {ScanVerdict::kRefused, reply};
  return {ScanVerdict::kNoReply, reply.empty() ? "it broke off" : "it says: " + reply};
}

std::optional<sockaddr_un> AddressOf(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.empty() || path.size() >= sizeof address.sun_path) return std::nullopt;
  std::memcpy(address.sun_path, path.data(), path.size());
  return address;
}

}  // namespace

ScanReply AskClamd(const std::string& socket_path, std::string_view bytes, milliseconds patience) {
  const auto address = AddressOf(socket_path);
  if (!address) return {ScanVerdict::kAway, "no socket has such a name"};
  try {
    Socket socket(std::chrono::steady_clock::now() + patience);
    if (const int error = socket.Connect(*address); error == EAGAIN) {
      return {ScanVerdict::kNoReply, "its queue is full"};
    } else if (error != 0) {
      return {ScanVerdict::kAway, std::strerror(error)};
    }
    SendStream(socket, bytes);
    return Understood(socket.Receive());
  } catch (const Silence& silence) {
    return {ScanVerdict::kNoReply, silence.what()};
  }
}

}  // namespace permit
