#include "fcgi/pool/master.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <list>
#include <optional>
#include <system_error>

#include "fcgi/base/log.h"
#include "fcgi/pool/control_socket.h"
#include "fcgi/pool/worker.h"

namespace permit {
namespace {

namespace asio = boost::asio;
using SteadyClock = std::chrono::steady_clock;

struct WorkerRecord {
  pid_t pid;
  std::size_t slot;
  int generation;
  SteadyClock::time_point started;
  bool ready = false;
  char ready_byte = 0;
  std::unique_ptr<asio::posix::stream_descriptor> ready_pipe;
};

struct LoadedSite {
  Site site;
  int generation;
};

// Signals that come between a fork and the child's own handlers would reach the master's.
class AllSignalsBlocked {
 public:
  AllSignalsBlocked() {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before_);
  }
  ~AllSignalsBlocked() { sigprocmask(SIG_SETMASK, &before_, nullptr); }
  AllSignalsBlocked(const AllSignalsBlocked&) = delete;
  AllSignalsBlocked& operator=(const AllSignalsBlocked&) = delete;

 private:
  sigset_t before_;
};

Site Load(const LoadSite& load) {
  Site site = load();
  if (site.workers < 1 || site.requests_per_worker < 1) {
    throw std::runtime_error("a pool needs one worker at least, and a worker one request");
  }
  return site;
}

void Notify(const std::string& state) { sd_notify(0, state.c_str()); }

std::string ReloadingState() {
  auto now =
      std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now().time_since_epoch());
  return "RELOADING=1\nMONOTONIC_USEC=" + std::to_string(now.count());
}

class Master {
 public:
  Master(ListenSocket& socket, const LoadSite& load, const PoolOptions& options)
      : socket_(socket),
        load_(load),
        options_(options),
        scoreboard_(Scoreboard::MapShared()),
        signals_(io_, SIGTERM, SIGINT, SIGHUP),
        refill_(io_),
        stop_(io_),
        throttle_(options.throttle),
        current_{Load(load), 1} {
    signals_.add(SIGCHLD);
    if (!options.control_path.empty()) {
      control_.emplace(io_, options.control_path, [this] { return Status(); });
    }
  }

  void Run() {
    AwaitSignal();
    Fill();
    io_.run();
  }

 private:
  void AwaitSignal() {
    signals_.async_wait([this](boost::system::error_code error, int number) {
      if (error) return;
      if (number == SIGCHLD) Reap();
      if (number == SIGHUP) Reload();
      if (number == SIGTERM || number == SIGINT) Stop();
      if (!finished_) AwaitSignal();
    });
  }

  // Starts what is missing: all of it, or one worker a pause while they die young.
  void Fill() {
    while (!stopping_ && CountCurrent() < current_.site.workers) {
      StartWorker();
      if (throttle_.pause().count() > 0) return FillAfter(throttle_.pause());
    }
  }

  void FillAfter(std::chrono::milliseconds pause) {
    if (pause.count() > 0) {
      Log(Severity::kWarning, "worker.start-paused", {{"milliseconds", pause.count()}});
    }
    refill_.expires_after(pause);
    refill_.async_wait([this](boost::system::error_code error) {
      if (!error) Fill();
    });
  }

  void StartWorker() {
    int pipe_ends[2];
    if (pipe2(pipe_ends, O_CLOEXEC) != 0) {
      Log(Severity::kError, "worker.pipe-failed",
          {{"reason", std::generic_category().message(errno)}});
      throttle_.WorkerDied({});
      return;
    }
    const pid_t master = getpid();
    const std::size_t slot = scoreboard_.TakeSlot();
    AllSignalsBlocked blocked;
    io_.notify_fork(asio::io_context::fork_prepare);
    pid_t pid = fork();
    if (pid == 0) {
      prctl(PR_SET_PDEATHSIG, SIGTERM);
      if (getppid() != master) _exit(0);
      RunWorker({socket_.fd(), pipe_ends[1], slot, scoreboard_, current_.site});
    }
    io_.notify_fork(asio::io_context::fork_parent);
    close(pipe_ends[1]);
    if (pid < 0) {
      Log(Severity::kError, "worker.fork-failed",
          {{"reason", std::generic_category().message(errno)}});
      close(pipe_ends[0]);
      scoreboard_.FreeSlot(slot);
      throttle_.WorkerDied({});
      return;
    }
    ++starts_;
    WorkerRecord& worker =
        workers_.emplace_back(WorkerRecord{pid, slot, current_.generation, SteadyClock::now()});
    worker.ready_pipe = std::make_unique<asio::posix::stream_descriptor>(io_, pipe_ends[0]);
    asio::async_read(*worker.ready_pipe, asio::buffer(&worker.ready_byte, 1),
                     [this, pid](boost::system::error_code error, std::size_t) {
                       if (!error) WorkerReady(pid);
                     });
  }

  void WorkerReady(pid_t pid) {
    auto worker = Find(pid);
    if (worker == workers_.end()) return;
    worker->ready = true;
    worker->ready_pipe.reset();
    bool all_ready = CountCurrent() >= current_.site.workers;
    for (const WorkerRecord& one : workers_) {
      all_ready = all_ready && (one.generation != current_.generation || one.ready);
    }
    if (!all_ready || stopping_) return;
    previous_.reset();
    for (const WorkerRecord& one : workers_) {
      if (one.generation != current_.generation) kill(one.pid, SIGTERM);
    }
    if (announced_generation_ != current_.generation) {
      announced_generation_ = current_.generation;
      Log(Severity::kNotice, "pool.started",
          {{"pool", options_.name},
           {"workers", current_.site.workers},
           {"generation", current_.generation}});
      Notify("READY=1\nSTATUS=generation " + std::to_string(current_.generation));
    }
  }

  void Reap() {
    for (auto worker = workers_.begin(); worker != workers_.end();) {
      int status = 0;
      auto next = std::next(worker);
      if (waitpid(worker->pid, &status, WNOHANG) == worker->pid) {
        WorkerRecord gone = std::move(*worker);
        workers_.erase(worker);
        WorkerGone(gone, status);
      }
      worker = next;
    }
    if (stopping_ && workers_.empty()) Finish();
  }

  void WorkerGone(const WorkerRecord& worker, int status) {
    scoreboard_.FreeSlot(worker.slot);
    auto lived =
        std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - worker.started);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
      throttle_.WorkerLeft();
    } else {
      ++deaths_;
      throttle_.WorkerDied(lived);
      Log(Severity::kError, "worker.died",
          {{"pid", worker.pid},
           {"signal", WIFSIGNALED(status) ? WTERMSIG(status) : 0},
           {"status", WIFEXITED(status) ? WEXITSTATUS(status) : 0},
           {"lived-ms", lived.count()}});
      if (!worker.ready && worker.generation == current_.generation && previous_) GoBack();
    }
    if (!stopping_) FillAfter(throttle_.pause());
  }

  void Reload() {
    if (stopping_) return;
    Notify(ReloadingState());
    Log(Severity::kNotice, "pool.reloaded");
    try {
      LoadedSite loaded{Load(load_), ++last_generation_};
      if (!previous_) previous_ = std::move(current_);
      current_ = std::move(loaded);
      throttle_.WorkerLeft();
      Fill();
    } catch (const std::exception& error) {
      Log(Severity::kError, "pool.reload-failed", {{"reason", error.what()}});
      Notify("READY=1\nSTATUS=the last reload failed");
    }
  }

  // No worker starts on the new site, and the old workers still serve.
  void GoBack() {
    Log(Severity::kError, "pool.reload-failed", {{"reason", "a worker ended before it was ready"}});
    current_ = *std::move(previous_);
    previous_.reset();
    for (const WorkerRecord& one : workers_) {
      if (one.generation != current_.generation) kill(one.pid, SIGTERM);
    }
    throttle_.WorkerLeft();
    Notify("READY=1\nSTATUS=the last reload failed");
  }

  void Stop() {
    if (!stopping_) {
      stopping_ = true;
      Notify("STOPPING=1");
      Log(Severity::kNotice, "pool.stopped");
      stop_.expires_after(options_.stop_patience);
      stop_.async_wait([this](boost::system::error_code error) {
        if (!error) KillRest();
      });
      refill_.cancel();
      socket_.Unlink();
      // What waits at a socket of our own would be lost with it.
      for (const WorkerRecord& one : workers_) {
        kill(one.pid, socket_.inherited() || !one.ready ? SIGTERM : SIGUSR1);
      }
    } else {
      for (const WorkerRecord& one : workers_) kill(one.pid, SIGTERM);
    }
    if (workers_.empty()) Finish();
  }

  void KillRest() {
    for (const WorkerRecord& one : workers_) {
      Log(Severity::kError, "worker.killed", {{"pid", one.pid}});
      kill(one.pid, SIGKILL);
    }
  }

  void Finish() {
    finished_ = true;
    stop_.cancel();
    signals_.cancel();
    io_.stop();
  }

  std::list<WorkerRecord>::iterator Find(pid_t pid) {
    return std::find_if(workers_.begin(), workers_.end(),
                        [pid](const WorkerRecord& one) { return one.pid == pid; });
  }

  int CountCurrent() const {
    return static_cast<int>(std::count_if(
        workers_.begin(), workers_.end(),
        [this](const WorkerRecord& one) { return one.generation == current_.generation; }));
  }

  std::string Status() const {
    auto ready = std::count_if(workers_.begin(), workers_.end(), [this](const WorkerRecord& one) {
      return one.ready && one.generation == current_.generation;
    });
    std::string text;
    auto line = [&](const char* name, auto value) {
      text.append("permit_web_").append(name);
      text.append("{pool=\"").append(options_.name).append("\"} ");
      text += std::to_string(value) + "\n";
    };
    line("generation", current_.generation);
    line("workers", workers_.size());
    line("workers_ready", ready);
    line("workers_busy", scoreboard_.CountBusy());
    line("workers_leaving", static_cast<long>(workers_.size()) - CountCurrent());
    line("worker_starts_total", starts_);
    line("worker_deaths_total", deaths_);
    line("requests_total", scoreboard_.requests.load());
    return text;
  }

  ListenSocket& socket_;
  const LoadSite& load_;
  const PoolOptions& options_;
  Scoreboard& scoreboard_;
  asio::io_context io_;
  asio::signal_set signals_;
  asio::steady_timer refill_;
  asio::steady_timer stop_;
  std::optional<ControlSocket> control_;
  StartThrottle throttle_;
  LoadedSite current_;
  std::optional<LoadedSite> previous_;  // while the workers on current_ start
  int last_generation_ = 1;
  int announced_generation_ = 0;
  std::list<WorkerRecord> workers_;
  std::uint64_t starts_ = 0;
  std::uint64_t deaths_ = 0;
  bool stopping_ = false;
  bool finished_ = false;
};

}  // namespace

void RunPool(ListenSocket& socket, const LoadSite& load, const PoolOptions& options) {
  signal(SIGPIPE, SIG_IGN);
  Master(socket, load, options).Run();
}

}  // namespace permit
