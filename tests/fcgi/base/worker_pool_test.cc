#include "fcgi/base/worker_pool.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace permit {
namespace {

TEST(WorkerPool, IsReadFromItsCode) {
  for (const WorkerPool pool : kWorkerPools) EXPECT_EQ(WorkerPoolFromCode(Code(pool)), pool);
  EXPECT_EQ(WorkerPoolFromCode("web"), std::nullopt);
}

TEST(WorkerPool, HasASocketOfItsOwnBesideThatOfThePages) {
  Settings settings;
  settings.web_socket = "/run/permit/web.sock";
  EXPECT_EQ(PoolSocket(settings, WorkerPool::kPages), "/run/permit/web.sock");
  EXPECT_EQ(PoolSocket(settings, WorkerPool::kHeavy), "/run/permit/web-heavy.sock");
  EXPECT_EQ(PoolSocket(settings, WorkerPool::kPasswords), "/run/permit/web-passwords.sock");
  settings.web_socket = "socket";
  EXPECT_EQ(PoolSocket(settings, WorkerPool::kHeavy), "socket-heavy");
}

TEST(WorkerPool, HashesNoMorePasswordsAtATimeThanThereAreCores) {
  Settings settings;
  settings.web_workers = 7;
  settings.web_heavy_workers = 3;
  settings.web_password_workers = 100;
  EXPECT_EQ(PoolWorkers(settings, WorkerPool::kPages), 7);
  EXPECT_EQ(PoolWorkers(settings, WorkerPool::kHeavy), 3);
  EXPECT_EQ(PoolWorkers(settings, WorkerPool::kPasswords), sysconf(_SC_NPROCESSORS_ONLN));
  settings.web_password_workers = 1;
  EXPECT_EQ(PoolWorkers(settings, WorkerPool::kPasswords), 1);
}

}  // namespace
}  // namespace permit
