// RunLimited in the same process, so that libFuzzer sees what the work covers. It gives what the
// process of its own would; its limits are libFuzzer's, and nothing comes off the time.
#include "handlers/form/limited_process.h"

namespace permit {

std::optional<std::string> RunLimited(FileBudget&, const std::function<std::string()>& work) {
  try {
    return work();
  } catch (...) {
    return std::nullopt;
  }
}

}  // namespace permit
