// What the pool serves: loaded once by the master, then shared by the workers that it forks.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "fcgi/http/application.h"

namespace permit {

struct Site {
  int workers = 4;
  std::uint64_t requests_per_worker = 10000;     // after about so many a worker is replaced
  std::uint64_t memory_kib_per_worker = 204800;  // likewise, of memory of its own
  // Called in each worker after the fork: connections to databases belong in here. What it
  // captures was loaded before the fork and holds no open file: workers close those.
  std::function<std::unique_ptr<Application>()> make_application;
};

// Reads settings, templates and catalogs anew; throws std::exception when they are broken.
using LoadSite = std::function<Site()>;

}  // namespace permit
