// The master of the pool: owns the socket, starts the workers and replaces them.
//
// SIGHUP loads the site anew and starts workers on it; once all of them are ready, the workers on
// the old one finish what they have in hand and leave. When the new site cannot be loaded, or no
// worker starts on it, the old one stays. SIGTERM and SIGINT stop: every request that already waits
// at a socket of our own is answered first; what waits at systemd's socket waits for the next pool.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "fcgi/pool/listen_socket.h"
#include "fcgi/pool/site.h"
#include "fcgi/pool/start_throttle.h"

namespace permit {

struct PoolOptions {
  std::string name;          // the label of its figures
  std::string control_path;  // empty: no control socket
  StartThrottle::Limits throttle;
  std::chrono::milliseconds stop_patience{30000};  // then what still works is killed
};

// Runs until it is told to stop. Throws std::exception when the site cannot be loaded at first, or
// the control socket cannot be made. Tells systemd how it goes (sd_notify).
void RunPool(ListenSocket& socket, const LoadSite& load, const PoolOptions& options);

}  // namespace permit
