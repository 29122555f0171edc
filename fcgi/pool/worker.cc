#include "fcgi/pool/worker.h"

#include <poll.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <span>
#include <system_error>

#include "fcgi/base/log.h"
#include "fcgi/http/fcgi_connection.h"

namespace permit {
namespace {

constexpr std::uint64_t kRequestsBetweenMemoryChecks = 64;

void Require(bool good, const char* what) {
  if (!good) throw std::system_error(errno, std::generic_category(), what);
}

void CloseAllBut(int first, int second) {
  unsigned low = static_cast<unsigned>(std::min(first, second));
  unsigned high = static_cast<unsigned>(std::max(first, second));
  if (low > 3) close_range(3, low - 1, 0);
  if (high > low + 1) close_range(low + 1, high - 1, 0);
  close_range(high + 1, ~0u, 0);
}

// The terminal's Ctrl-C and hang-up reach the whole process group, but are the master's to answer.
int OpenSignals() {
  signal(SIGINT, SIG_IGN);
  signal(SIGHUP, SIG_IGN);
  signal(SIGPIPE, SIG_IGN);
  for (int number : {SIGTERM, SIGUSR1, SIGCHLD}) signal(number, SIG_DFL);
  sigset_t awaited;
  sigemptyset(&awaited);
  sigaddset(&awaited, SIGTERM);
  sigaddset(&awaited, SIGUSR1);
  Require(sigprocmask(SIG_SETMASK, &awaited, nullptr) == 0, "sigprocmask");
  int fd = signalfd(-1, &awaited, SFD_NONBLOCK | SFD_CLOEXEC);
  Require(fd >= 0, "signalfd");
  return fd;
}

std::uint64_t OwnMemoryKib() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t size = 0;
  std::uint64_t resident = 0;
  std::uint64_t shared = 0;
  statm >> size >> resident >> shared;
  return (resident - shared) * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)) / 1024;
}

class Worker {
 public:
  explicit Worker(const WorkerPlan& plan)
      : plan_(plan),
        signals_(OpenSignals()),
        epoll_(epoll_create1(EPOLL_CLOEXEC)),
        connection_(plan.listen_fd),
        application_(plan.site.make_application()),
        // Workers of one age would all leave at once.
        requests_left_(plan.site.requests_per_worker -
                       static_cast<std::uint64_t>(getpid()) %
                           (plan.site.requests_per_worker / 10 + 1)) {
    Require(epoll_ >= 0, "epoll_create1");
    Watch(signals_, EPOLLIN);
    // Without EPOLLEXCLUSIVE each request would wake every idle worker.
    Watch(plan.listen_fd, EPOLLIN | EPOLLEXCLUSIVE);
  }

  void Run() {
    Require(write(plan_.ready_fd, "R", 1) == 1, "write");
    close(plan_.ready_fd);
    bool leaving = false;
    while (!leaving) {
      epoll_event events[2];
      int count = epoll_wait(epoll_, events, 2, -1);
      if (count < 0 && errno == EINTR) continue;
      Require(count >= 0, "epoll_wait");
      // A request that woke this worker woke no other, so it is served before leaving.
      for (const epoll_event& event : std::span(events, static_cast<std::size_t>(count))) {
        if (event.data.fd == signals_) {
          leaving = true;
        } else if (connection_.Accept() && !ServeOne()) {
          leaving = true;
        }
      }
    }
    if (ReadSignal() == SIGUSR1) Drain();
  }

 private:
  void Watch(int fd, std::uint32_t events) const {
    epoll_event event{};
    event.events = events;
    event.data.fd = fd;
    Require(epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event) == 0, "epoll_ctl");
  }

  int ReadSignal() const {
    signalfd_siginfo info{};
    return read(signals_, &info, sizeof info) == sizeof info ? static_cast<int>(info.ssi_signo) : 0;
  }

  void Drain() {
    pollfd sources[2] = {{plan_.listen_fd, POLLIN, 0}, {signals_, POLLIN, 0}};
    while (poll(sources, 2, 0) > 0 && sources[1].revents == 0) {
      if (connection_.Accept()) ServeOne();
    }
  }

  // False when the worker has served its time.
  bool ServeOne() {
    plan_.scoreboard.busy[plan_.slot] = true;
    connection_.Serve(*application_);
    plan_.scoreboard.busy[plan_.slot] = false;
    plan_.scoreboard.requests.fetch_add(1, std::memory_order_relaxed);
    if (--requests_left_ == 0) return false;
    return requests_left_ % kRequestsBetweenMemoryChecks != 0 ||
           OwnMemoryKib() <= plan_.site.memory_kib_per_worker;
  }

  const WorkerPlan& plan_;
  int signals_;
  int epoll_;
  FcgiConnection connection_;
  std::unique_ptr<Application> application_;
  std::uint64_t requests_left_;
};

}  // namespace

void RunWorker(const WorkerPlan& plan) {
  int status = 1;
  try {
    CloseAllBut(plan.listen_fd, plan.ready_fd);
    prctl(PR_SET_NAME, "web-worker");
    Worker worker(plan);
    worker.Run();
    status = 0;
  } catch (const std::exception& error) {
    Log(Severity::kError, "worker.failed", {{"pid", getpid()}, {"reason", error.what()}});
  }
  // The master's objects are not this process's to destroy.
  _exit(status);
}

}  // namespace permit
