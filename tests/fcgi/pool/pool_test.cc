#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <set>
#include <stdexcept>

#include "tests/fcgi/pool/load.h"
#include "tests/fcgi/pool/test_pool.h"

namespace permit::test {
namespace {

void AwaitReady(const TestPool& pool, int workers) {
  Await([&] {
    if (pool.HasEnded()) throw std::runtime_error("the pool has ended");
    return pool.Status("workers_ready") == workers && pool.Status("workers_leaving") == 0;
  });
}

// The last worker of a master that was killed may still be about to leave.
void AwaitSilence(const std::string& socket) {
  Await([&] {
    int connection = FcgiSend(socket, {{"REQUEST_URI", "/generation"}});
    FcgiReceive(connection);
    return connection < 0;
  });
}

TEST(Pool, AnswersAndCounts) {
  TestFolder folder;
  TestPool pool(folder, {});
  AwaitReady(pool, 2);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(pool.Ask("/generation").body, "one");
  // A worker counts when it has answered.
  Await([&] { return pool.Status("requests_total") == 10 && pool.Status("workers_busy") == 0; });
  pool.Signal(SIGTERM);
  EXPECT_EQ(pool.WaitForEnd(), 0);
  EXPECT_FALSE(folder.Has("web.sock"));
  EXPECT_FALSE(folder.Has("web.sock.control"));
}

TEST(Pool, ServesManyClientsAtOnce) {
  TestFolder folder;
  TestPool pool(folder, {.workers = 4});
  AwaitReady(pool, 4);
  Load load(pool.socket(), "/bytes", 50);
  Await([&] { return load.good() >= 500; });
  load.Stop();
  EXPECT_EQ(load.failed(), 0);
  EXPECT_EQ(pool.Status("worker_deaths_total"), 0);
}

TEST(Pool, LosesOnlyWhatAKilledWorkerHadInHand) {
  TestFolder folder;
  TestPool pool(folder, {.workers = 3, .throttle = {.young = std::chrono::milliseconds(0)}});
  AwaitReady(pool, 3);
  Load load(pool.socket(), "/generation", 8);
  constexpr int kKilled = 10;
  for (int i = 1; i <= kKilled; ++i) {
    long before = load.good();
    kill(std::stoi(pool.Ask("/pid").body), SIGKILL);
    Await([&] { return pool.Status("worker_deaths_total") == i; });
    Await([&] { return load.good() > before + 20; });
  }
  load.Stop();
  EXPECT_LE(load.failed(), kKilled);
  AwaitReady(pool, 3);
}

TEST(Pool, ReplacesAWorkerThatDiesInARequest) {
  TestFolder folder;
  TestPool pool(folder, {.workers = 1});
  AwaitReady(pool, 1);
  EXPECT_FALSE(pool.Ask("/die").complete);
  EXPECT_EQ(pool.Ask("/generation").body, "one");
  EXPECT_EQ(pool.Status("worker_deaths_total"), 1);
  EXPECT_EQ(pool.Ask("/throw").status, 500);
  EXPECT_EQ(pool.Status("worker_deaths_total"), 1);
}

TEST(Pool, ReloadsUnderSaturationWithoutAFailure) {
  TestFolder folder;
  TestPool pool(folder, {.workers = 2});
  AwaitReady(pool, 2);
  Load load(pool.socket(), "/generation", 16);
  for (int generation = 2; generation <= 4; ++generation) {
    folder.Write("generation", "number " + std::to_string(generation));
    pool.Signal(SIGHUP);
    Await([&] { return pool.Status("generation") == generation; });
    AwaitReady(pool, 2);
    EXPECT_EQ(pool.Status("workers"), 2);
    EXPECT_EQ(pool.Ask("/generation").body, "number " + std::to_string(generation));
  }
  load.Stop();
  EXPECT_EQ(load.failed(), 0);
  EXPECT_EQ(pool.Status("worker_deaths_total"), 0);
}

// A request that wakes a worker which is just told to leave must not be left lying.
TEST(Pool, ForgetsNoLoneRequestInAReload) {
  TestFolder folder;
  TestPool pool(folder, {.workers = 4});
  AwaitReady(pool, 4);
  for (int i = 0; i < 60; ++i) {
    pool.Signal(SIGHUP);
    for (int j = 0; j < 20; ++j) ASSERT_EQ(pool.Ask("/generation").body, "one");
  }
}

TEST(Pool, FinishesARequestOfAnOldWorkerAfterAReload) {
  TestFolder folder;
  TestPool pool(folder, {.workers = 1});
  AwaitReady(pool, 1);
  int waiting = FcgiSend(pool.socket(), {{"REQUEST_URI", "/wait"}});
  Await([&] { return folder.Has("waiting"); });
  folder.Write("generation", "two");
  pool.Signal(SIGHUP);
  Await([&] { return pool.Ask("/generation").body == "two"; });
  EXPECT_EQ(pool.Status("workers_leaving"), 1);
  folder.Write("release", "");
  EXPECT_EQ(FcgiReceive(waiting).body, "released");
  AwaitReady(pool, 1);
}

TEST(Pool, KeepsTheOldSiteWhenTheNewOneIsBroken) {
  TestFolder folder;
  TestPool pool(folder, {.workers = 2});
  AwaitReady(pool, 2);
  folder.Write("generation", "broken");
  pool.Signal(SIGHUP);
  EXPECT_EQ(pool.Ask("/generation").body, "one");
  folder.Write("generation", "stillborn");
  pool.Signal(SIGHUP);
  Await([&] { return pool.Status("worker_deaths_total") >= 1; });
  AwaitReady(pool, 2);
  EXPECT_EQ(pool.Ask("/generation").body, "one");
  folder.Write("generation", "two");
  pool.Signal(SIGHUP);
  Await([&] { return pool.Ask("/generation").body == "two"; });
  AwaitReady(pool, 2);
}

TEST(Pool, RefusesToStartOnABrokenSite) {
  TestFolder folder;
  folder.Write("generation", "broken");
  TestPool pool(folder, {});
  EXPECT_EQ(pool.WaitForEnd(), 1);
}

TEST(Pool, RefusesToWorkWithoutWorkers) {
  TestFolder folder;
  for (const TestSite& site : {TestSite{.workers = 0}, TestSite{.requests_per_worker = 0}}) {
    TestPool pool(folder, site);
    EXPECT_EQ(pool.WaitForEnd(), 1);
  }
}

TEST(Pool, AnswersAllThatWaitsBeforeItStops) {
  TestFolder folder;
  TestPool pool(folder, {.workers = 1});
  AwaitReady(pool, 1);
  std::vector<int> connections = {FcgiSend(pool.socket(), {{"REQUEST_URI", "/wait"}})};
  Await([&] { return folder.Has("waiting"); });
  for (int i = 0; i < 5; ++i) {
    connections.push_back(FcgiSend(pool.socket(), {{"REQUEST_URI", "/generation"}}));
  }
  pool.Signal(SIGTERM);
  Await([&] { return !folder.Has("web.sock"); });
  folder.Write("release", "");
  EXPECT_EQ(FcgiReceive(connections[0]).body, "released");
  for (int i = 1; i <= 5; ++i) {
    EXPECT_EQ(FcgiReceive(connections[static_cast<std::size_t>(i)]).body, "one");
  }
  EXPECT_EQ(pool.WaitForEnd(), 0);
}

TEST(Pool, LeavesWhatWaitsAtAnInheritedSocketToTheNextPool) {
  TestFolder folder;
  int fd = BindUnixSocket(folder.File("web.sock"), 100);
  {
    TestPool pool(folder, {.workers = 1}, fd);
    AwaitReady(pool, 1);
    int waiting = FcgiSend(pool.socket(), {{"REQUEST_URI", "/wait"}});
    Await([&] { return folder.Has("waiting"); });
    pool.Signal(SIGTERM);
    folder.Write("release", "");
    EXPECT_EQ(FcgiReceive(waiting).body, "released");
    EXPECT_EQ(pool.WaitForEnd(), 0);
  }
  EXPECT_TRUE(folder.Has("web.sock"));
  int waiting = FcgiSend(folder.File("web.sock"), {{"REQUEST_URI", "/generation"}});
  EXPECT_GE(waiting, 0);
  TestPool next(folder, {.workers = 1}, fd);
  EXPECT_EQ(FcgiReceive(waiting).body, "one");
  close(fd);
}

TEST(Pool, KillsWhatDoesNotStopInTime) {
  TestFolder folder;
  TestPool pool(folder, {.workers = 1, .stop_patience = std::chrono::milliseconds(1)});
  AwaitReady(pool, 1);
  int waiting = FcgiSend(pool.socket(), {{"REQUEST_URI", "/wait"}});
  Await([&] { return folder.Has("waiting"); });
  pool.Signal(SIGTERM);
  EXPECT_EQ(pool.WaitForEnd(), 0);
  EXPECT_FALSE(FcgiReceive(waiting).complete);
}

TEST(Pool, ReplacesWorkersAfterSoManyRequests) {
  TestFolder folder;
  TestPool pool(folder, {.workers = 1, .requests_per_worker = 5});
  AwaitReady(pool, 1);
  std::set<std::string> pids;
  for (int i = 0; i < 50; ++i) {
    std::string pid = pool.Ask("/pid").body;
    ASSERT_FALSE(pid.empty());
    pids.insert(pid);
  }
  EXPECT_GE(pids.size(), 10u);
  EXPECT_EQ(pool.Status("worker_deaths_total"), 0);
}

TEST(Pool, ReplacesAWorkerThatGrows) {
  TestFolder folder;
  TestPool pool(folder, {.workers = 1, .memory_kib_per_worker = 300 * 1024});
  AwaitReady(pool, 1);
  std::string first = pool.Ask("/pid").body;
  Await([&] { return pool.Ask("/grow").body != first; });
  EXPECT_EQ(pool.Status("worker_deaths_total"), 0);
}

TEST(Pool, PausesWhenWorkersDieAtBirth) {
  TestFolder folder;
  folder.Write("generation", "stillborn");
  TestPool pool(folder, {.workers = 4,
                         .throttle = {.first_pause = std::chrono::hours(1),
                                      .longest_pause = std::chrono::hours(1)}});
  Await([&] { return pool.Status("worker_deaths_total") >= 4 && pool.Status("workers") == 0; });
  long starts = pool.Status("worker_starts_total");
  EXPECT_LE(starts, 6);
  EXPECT_EQ(pool.Status("worker_starts_total"), starts);
  folder.Write("generation", "mended");
  pool.Signal(SIGHUP);
  EXPECT_EQ(pool.Ask("/generation").body, "mended");
}

TEST(Pool, TellsSystemdHowItGoes) {
  TestFolder folder;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, folder.File("notify").c_str(), sizeof address.sun_path - 1);
  int notify = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  ASSERT_EQ(bind(notify, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  auto next = [notify] {
    char text[256];
    ssize_t size = recv(notify, text, sizeof text, 0);
    std::string state(text, static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    return state.substr(0, state.find('\n'));
  };
  setenv("NOTIFY_SOCKET", folder.File("notify").c_str(), 1);
  TestPool pool(folder, {});
  unsetenv("NOTIFY_SOCKET");
  EXPECT_EQ(next(), "READY=1");
  pool.Signal(SIGHUP);
  EXPECT_EQ(next(), "RELOADING=1");
  EXPECT_EQ(next(), "READY=1");
  folder.Write("generation", "broken");
  pool.Signal(SIGHUP);
  EXPECT_EQ(next(), "RELOADING=1");
  EXPECT_EQ(next(), "READY=1");
  pool.Signal(SIGTERM);
  EXPECT_EQ(next(), "STOPPING=1");
  EXPECT_EQ(pool.WaitForEnd(), 0);
  close(notify);
}

TEST(Pool, WorkersLeaveWhenTheMasterIsKilled) {
  TestFolder folder;
  TestPool pool(folder, {.workers = 1});
  AwaitReady(pool, 1);
  pool.Signal(SIGKILL);
  EXPECT_EQ(pool.WaitForEnd(), -SIGKILL);
  AwaitSilence(pool.socket());
}

TEST(Pool, TakesOverADeadSocketButNotALivingOne) {
  TestFolder folder;
  {
    TestPool killed(folder, {.workers = 1});
    AwaitReady(killed, 1);
  }
  AwaitSilence(folder.File("web.sock"));
  EXPECT_TRUE(folder.Has("web.sock"));
  TestPool pool(folder, {.workers = 1});
  AwaitReady(pool, 1);
  struct stat status {};
  ASSERT_EQ(stat(pool.socket().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0660u);
  TestPool second(folder, {});
  EXPECT_EQ(second.WaitForEnd(), 1);
  EXPECT_EQ(pool.Ask("/generation").body, "one");
}

}  // namespace
}  // namespace permit::test
