#include "fcgi/pool/control_socket.h"

#include <unistd.h>

#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <memory>
#include <stdexcept>

#include "fcgi/pool/listen_socket.h"

namespace permit {
namespace {

namespace asio = boost::asio;
using asio::local::stream_protocol;

constexpr int kBacklog = 16;

}  // namespace

ControlSocket::ControlSocket(asio::io_context& io, const std::string& path, Report report)
    : acceptor_(io, stream_protocol(), BindUnixSocket(path, kBacklog)),
      path_(path),
      report_(std::move(report)) {
  AcceptNext();
}

ControlSocket::~ControlSocket() { unlink(path_.c_str()); }

void ControlSocket::AcceptNext() {
  acceptor_.async_accept([this](boost::system::error_code error, stream_protocol::socket socket) {
    if (error == asio::error::operation_aborted) return;
    if (!error) {
      auto peer = std::make_shared<stream_protocol::socket>(std::move(socket));
      auto text = std::make_shared<std::string>(report_());
      asio::async_write(*peer, asio::buffer(*text),
                        [peer, text](boost::system::error_code, std::size_t) {});
    }
    AcceptNext();
  });
}

std::string ControlPath(const std::string& web_socket) { return web_socket + ".control"; }

std::string ReadStatus(const std::string& path) {
  asio::io_context io;
  stream_protocol::socket socket(io);
  std::string text;
  boost::system::error_code error;
  socket.connect(stream_protocol::endpoint(path), error);
  if (!error) asio::read(socket, asio::dynamic_buffer(text), error);
  if (error != asio::error::eof) throw std::runtime_error("no pool answers at " + path);
  return text;
}

}  // namespace permit
