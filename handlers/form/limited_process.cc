#include "handlers/form/limited_process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace permit {
namespace {

constexpr rlim_t kMostMemory = rlim_t{384} << 20;

[[noreturn]] void Fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

void Limit(__rlimit_resource what, rlim_t most) {
  const rlimit limit = {most, most};
  setrlimit(what, &limit);
}

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::string ReadToEnd(int fd) {
  std::string all;
  char piece[65536];
  for (;;) {
    const ssize_t size = read(fd, piece, sizeof piece);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return all;
    all.append(piece, static_cast<std::size_t>(size));
  }
}

[[noreturn]] void WorkAndExit(int out, rlim_t seconds, const std::function<std::string()>& work) {
  constexpr int kOut = 3;
  if (dup2(out, kOut) < 0) _exit(1);
  close_range(kOut + 1, ~0u, 0);
  setpriority(PRIO_PROCESS, 0, 19);  // pages go first, and so do the other workers
  Limit(RLIMIT_CORE, 0);
  Limit(RLIMIT_FSIZE, 0);  // of files; a pipe takes any size
  Limit(RLIMIT_CPU, seconds);
#ifndef __SANITIZE_ADDRESS__  // which itself takes terabytes, and looks at memory through pipes
  Limit(RLIMIT_DATA, kMostMemory);
  Limit(RLIMIT_NOFILE, 0);  // what is open stays so
#endif
  int status = 1;
  try {
    if (WriteAll(kOut, work())) status = 0;
  } catch (...) {
    status = 1;
  }
  _exit(status);
}

std::chrono::milliseconds CpuTime(const rusage& usage) {
  const auto of = [](const timeval& time) {
    return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
  };
  return std::chrono::duration_cast<std::chrono::milliseconds>(of(usage.ru_utime) +
                                                               of(usage.ru_stime));
}

}  // namespace

std::optional<std::string> RunLimited(FileBudget& budget,
                                      const std::function<std::string()>& work) {
  using std::chrono::seconds;
  const auto most = std::max(seconds(1), std::chrono::ceil<seconds>(budget.cpu));
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) Fail("pipe2");
  const pid_t child = fork();
  if (child == 0) WorkAndExit(ends[1], static_cast<rlim_t>(most.count()), work);
  close(ends[1]);
  if (child < 0) {
    close(ends[0]);
    Fail("fork");
  }
  std::string result = ReadToEnd(ends[0]);
  close(ends[0]);
  int status = 0;
  rusage usage{};
  while (wait4(child, &status, 0, &usage) < 0) {
    if (errno != EINTR) Fail("wait4");
  }
  budget.cpu -= CpuTime(usage);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return result;
}

}  // namespace permit
