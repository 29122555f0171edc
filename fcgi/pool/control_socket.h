// Tells whoever connects how the pool is doing, in one text, and hangs up.
//
// A Unix socket of mode 0660; `permit-web --status` reads it. Text format of Prometheus.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <functional>
#include <string>

namespace permit {

class ControlSocket {
 public:
  using Report = std::function<std::string()>;

  // Throws std::runtime_error when `path` cannot be bound.
  ControlSocket(boost::asio::io_context& io, const std::string& path, Report report);
  ~ControlSocket();

 private:
  void AcceptNext();

  boost::asio::local::stream_protocol::acceptor acceptor_;
  std::string path_;
  Report report_;
};

// Where the pool behind a web socket has its control socket.
std::string ControlPath(const std::string& web_socket);

// What the pool behind `path` reports; throws std::runtime_error when none answers.
std::string ReadStatus(const std::string& path);

}  // namespace permit
