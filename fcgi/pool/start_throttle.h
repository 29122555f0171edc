// How long to wait before a worker is started in place of one that ended.
//
// A worker that lived long enough, or left in good order, is replaced at once. One that dies young
// is replaced at once the first time; each further young death in a row doubles the pause.
#pragma once

#include <chrono>

namespace permit {

class StartThrottle {
 public:
  struct Limits {
    std::chrono::milliseconds young{5000};
    std::chrono::milliseconds first_pause{200};
    std::chrono::milliseconds longest_pause{30000};
  };

  explicit StartThrottle(Limits limits) : limits_(limits) {}

  void WorkerLeft() { young_deaths_ = 0; }
  void WorkerDied(std::chrono::milliseconds lived);
  std::chrono::milliseconds pause() const;

 private:
  Limits limits_;
  int young_deaths_ = 0;
};

}  // namespace permit
