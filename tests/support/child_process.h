// A program started by a test: killed with it, never left behind.
#pragma once

#include <sys/types.h>
#include <string>
#include <vector>

namespace permit::test {

struct Finished {
  int exit_code = -1;  // 128 + signal when a signal ended it
  std::string output;  // stdout and stderr as they came
};

// Runs to its end.
Finished RunProgram(const std::vector<std::string>& arguments);

class ChildProcess {
 public:
  // Output goes to `log_file`. Throws std::runtime_error when the program cannot be started.
  ChildProcess(const std::vector<std::string>& arguments, const std::string& log_file);
  ~ChildProcess();  // SIGKILL when it still runs
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  pid_t pid() const { return pid_; }
  bool Runs();
  void Send(int signal);
  int Wait();  // its exit code as in Finished

 private:
  pid_t pid_ = -1;
  int exit_code_ = -1;
};

}  // namespace permit::test
