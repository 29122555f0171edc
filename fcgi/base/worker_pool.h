// The pools of workers that serve the site, each behind a socket of its own.
//
// Any pool can serve any route. Which one is asked is nginx's to decide (nginx/http.conf), by the
// site map: what takes long to answer has workers of its own, so that it never delays a page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fcgi/base/settings.h"

namespace permit {

enum class WorkerPool {
  kPages,      // what is read, and small forms
  kHeavy,      // files that were sent, papers that are drawn, other services that are asked
  kPasswords,  // hashing, which takes a core and 19 MiB for a while: at most a worker a core
};
inline constexpr WorkerPool kWorkerPools[] = {WorkerPool::kPages, WorkerPool::kHeavy,
                                              WorkerPool::kPasswords};

std::string_view Code(WorkerPool pool);  // "pages", "heavy", "passwords"
std::optional<WorkerPool> WorkerPoolFromCode(std::string_view code);

// `web.socket` is that of the pages; the others lie beside it: "web-heavy.sock" beside "web.sock".
std::string PoolSocket(const Settings& settings, WorkerPool pool);
int PoolWorkers(const Settings& settings, WorkerPool pool);

// How many connections may wait at the socket; one more is answered 503 by nginx at once. Few where
// a visitor would wait for long.
int PoolBacklog(WorkerPool pool);

}  // namespace permit
