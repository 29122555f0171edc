// A real pool in a process of its own, serving a small application that tests can steer.
//
// Paths of the application:
//   /pid         the worker's process number
//   /generation  what the file `generation` held when the site was loaded
//   /wait        answers once the file `release` exists; touches `waiting` when it starts to wait
//   /die         kills the worker at once
//   /grow        allocates a mebibyte and keeps it
//   /body        the body, up to 1000 bytes
//   /bytes       a mebibyte
//   /throw       an exception out of the application
// The file `generation` holding "broken" makes the loading fail, "stillborn" the start of a worker.
#pragma once

#include <signal.h>

#include <functional>
#include <string>

#include "fcgi/pool/master.h"
#include "tests/support/fcgi_client.h"

namespace permit::test {

class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  std::string File(const std::string& name) const { return path_ + "/" + name; }
  void Write(const std::string& name, const std::string& text) const;
  bool Has(const std::string& name) const;

 private:
  std::string path_;
};

struct TestSite {
  int workers = 2;
  std::uint64_t requests_per_worker = 1'000'000;
  std::uint64_t memory_kib_per_worker = 1'000'000;
  StartThrottle::Limits throttle;
  std::chrono::milliseconds stop_patience{600'000};
};

class TestPool {
 public:
  // Serves at `folder`/web.sock. `inherited` is a socket to pass the way systemd does, -1 for none.
  TestPool(const TestFolder& folder, const TestSite& site, int inherited = -1);
  ~TestPool();  // kills what still runs
  TestPool(const TestPool&) = delete;
  TestPool& operator=(const TestPool&) = delete;

  FcgiReply Ask(const std::string& path, const std::string& body = {}) const;
  long Status(const std::string& name) const;  // of the control socket, -1 when it does not answer
  void Signal(int number) const;
  bool HasEnded() const;
  int WaitForEnd();  // exit status, or minus the signal

  pid_t pid() const { return pid_; }
  std::string socket() const { return folder_.File("web.sock"); }

 private:
  const TestFolder& folder_;
  pid_t pid_;
};

// Looks again and again until `condition` holds.
void Await(const std::function<bool()>& condition);

}  // namespace permit::test
