// An account's files are looked at one request at a time, so that one visitor does not keep all the
// workers busy.
//
// The turn is a name among the machine's abstract Unix sockets, which the kernel frees when its
// process ends, however that is. It holds among the workers of one machine.
#pragma once

#include <chrono>
#include <cstdint>

#include "fcgi/base/settings.h"

namespace permit {

class UploadTurn {
 public:
  // Waits so long at most. Throws std::system_error when no socket can be had.
  UploadTurn(const Settings& settings, std::uint64_t account_id,
             std::chrono::milliseconds patience);
  ~UploadTurn();
  UploadTurn(const UploadTurn&) = delete;
  UploadTurn& operator=(const UploadTurn&) = delete;

  bool is_held() const { return held_; }

 private:
  int socket_;
  bool held_ = false;
};

}  // namespace permit
