// One worker process: single-threaded, one request at a time, from a socket that all workers share.
//
// SIGTERM: finishes the request in hand, takes no other, and leaves. SIGUSR1: leaves when nothing
// waits at the socket any more. Both are read from a descriptor between requests, so that they are
// seen however busy the socket is.
#pragma once

#include <cstddef>
#include <cstdint>

#include "fcgi/pool/scoreboard.h"
#include "fcgi/pool/site.h"

namespace permit {

struct WorkerPlan {
  int listen_fd;
  int ready_fd;  // gets one byte when the worker is ready to serve, then is closed
  std::size_t slot;
  Scoreboard& scoreboard;
  const Site& site;
};

// Runs in a fork of the master with all signals blocked, and never returns. Exit status 0 means
// that the worker left in good order.
[[noreturn]] void RunWorker(const WorkerPlan& plan);

}  // namespace permit
