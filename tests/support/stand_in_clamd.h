// The stand-in clamd as a program of a test's own.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "tests/support/child_process.h"

namespace permit::test {

// The test file of EICAR: every scanner finds it, and it does no harm.
std::string Eicar();

class StandInClamd {
 public:
  StandInClamd();
  ~StandInClamd();

  std::string socket() const { return folder_ / "clamd.sock"; }

  // How it behaves from now on: scan, slow, error, closed, garbled.
  void Behave(const std::string& mode);
  // Away, and back at the same socket.
  void Stop();
  void Start();

 private:
  std::filesystem::path folder_;
  std::unique_ptr<ChildProcess> program_;
};

}  // namespace permit::test
