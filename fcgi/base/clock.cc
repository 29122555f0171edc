#include "fcgi/base/clock.h"

namespace permit {

std::chrono::sys_time<std::chrono::milliseconds> SystemClock::Now() const {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()) +
         offset_;
}

}  // namespace permit
