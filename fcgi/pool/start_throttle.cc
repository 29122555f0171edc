#include "fcgi/pool/start_throttle.h"

#include <algorithm>

namespace permit {
namespace {

constexpr int kMostDoublings = 16;

}  // namespace

void StartThrottle::WorkerDied(std::chrono::milliseconds lived) {
  young_deaths_ = lived < limits_.young ? young_deaths_ + 1 : 0;
}

std::chrono::milliseconds StartThrottle::pause() const {
  if (young_deaths_ < 2) return std::chrono::milliseconds::zero();
  int doublings = std::min(young_deaths_ - 2, kMostDoublings);
  return std::min(limits_.first_pause * (1 << doublings), limits_.longest_pause);
}

}  // namespace permit
