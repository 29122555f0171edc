// What the master and its workers count together, in memory that they share.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace permit {

struct Scoreboard {
  // More than the workers of two generations; a worker beyond shares the last slot.
  static constexpr std::size_t kSlots = 256;

  std::atomic<std::uint64_t> requests{0};         // answered since the pool started
  std::array<std::atomic<bool>, kSlots> busy{};   // a slot a worker: serves a request just now
  std::array<std::atomic<bool>, kSlots> taken{};  // by a worker that lives; the master's to write

  std::size_t TakeSlot();
  void FreeSlot(std::size_t slot);
  int CountBusy() const;

  // Lives until the process ends. Throws std::system_error without memory.
  static Scoreboard& MapShared();
};

}  // namespace permit
