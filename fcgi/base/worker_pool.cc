#include "fcgi/base/worker_pool.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace permit {

std::string_view Code(WorkerPool pool) {
  switch (pool) {
    case WorkerPool::kPages:
      return "pages";
    case WorkerPool::kHeavy:
      return "heavy";
    case WorkerPool::kPasswords:
      return "passwords";
  }
  return {};
}

std::optional<WorkerPool> WorkerPoolFromCode(std::string_view code) {
  for (const WorkerPool pool : kWorkerPools) {
    if (Code(pool) == code) return pool;
  }
  return std::nullopt;
}

std::string PoolSocket(const Settings& settings, WorkerPool pool) {
  if (pool == WorkerPool::kPages) return settings.web_socket;
  std::filesystem::path path(settings.web_socket);
  const std::string extension = path.extension().string();
  path.replace_extension();
  return path.string() + "-" + std::string(Code(pool)) + extension;
}

int PoolWorkers(const Settings& settings, WorkerPool pool) {
  switch (pool) {
    case WorkerPool::kPages:
      return static_cast<int>(settings.web_workers);
    case WorkerPool::kHeavy:
      return static_cast<int>(settings.web_heavy_workers);
    case WorkerPool::kPasswords:
      break;
  }
  const long cores = std::max(1L, sysconf(_SC_NPROCESSORS_ONLN));
  return static_cast<int>(std::min<std::int64_t>(settings.web_password_workers, cores));
}

int PoolBacklog(WorkerPool pool) { return pool == WorkerPool::kPages ? 4096 : 256; }

}  // namespace permit
