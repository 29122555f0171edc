// The steps of a job, each of which is tried whatever became of those before.
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "fcgi/base/log.h"

namespace permit {

class JobSteps {
 public:
  // An exception out of `step` is logged and remembered; it does not pass.
  template <class Step>
  void Run(std::string_view name, const Step& step) {
    try {
      step();
    } catch (const std::exception& error) {
      Log(Severity::kError, "job.step-failed", {{"step", name}, {"reason", error.what()}});
      failed_.emplace_back(name);
      if (!first_) first_ = std::current_exception();
    }
  }

  const std::vector<std::string>& failed() const { return failed_; }
  // Throws the first exception there was.
  void Finish() const {
    if (first_) std::rethrow_exception(first_);
  }

 private:
  std::vector<std::string> failed_;
  std::exception_ptr first_;
};

}  // namespace permit
