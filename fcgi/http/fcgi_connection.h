// One request at a time over a listening FastCGI socket: the only place that knows libfcgi.
//
// A worker makes one connection and uses it for its whole life. The socket is non-blocking and
// shared with other workers, so an Accept may find nothing.
#pragma once

#include <memory>

#include "fcgi/http/application.h"

struct FCGX_Request;

namespace permit {

class FcgiConnection {
 public:
  // `listen_fd` stays the caller's. Throws std::runtime_error when libfcgi cannot start.
  explicit FcgiConnection(int listen_fd);
  ~FcgiConnection();

  // Takes a waiting request; false when another worker took it or the peer sent nothing sensible.
  bool Accept();

  // Serves what Accept took and closes it. Always answers: an exception out of the application is
  // logged and becomes a bare 500.
  void Serve(Application& application);

 private:
  std::unique_ptr<FCGX_Request> request_;
};

}  // namespace permit
