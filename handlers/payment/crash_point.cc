#include "handlers/payment/crash_point.h"

#ifdef PERMIT_CRASH_MARKS
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string>
#endif

namespace permit {

#ifdef PERMIT_CRASH_MARKS
void Reach(Step step) {
  const char* folder = std::getenv("PERMIT_CRASH_AT");
  if (folder == nullptr) return;
  for (const MarkedStep& marked : kMarkedSteps) {
    if (marked.step != step) continue;
    if (unlink((std::string(folder) + "/" + std::string(marked.name)).c_str()) == 0) {
      kill(getpid(), SIGKILL);
    }
  }
}
#else
void Reach(Step) {}
#endif

}  // namespace permit
