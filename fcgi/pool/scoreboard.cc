#include "fcgi/pool/scoreboard.h"

#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <new>
#include <system_error>

namespace permit {

Scoreboard& Scoreboard::MapShared() {
  void* memory =
      mmap(nullptr, sizeof(Scoreboard), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
  return *new (memory) Scoreboard;
}

std::size_t Scoreboard::TakeSlot() {
  std::size_t slot = 0;
  while (slot + 1 < kSlots && taken[slot]) ++slot;
  taken[slot] = true;
  busy[slot] = false;
  return slot;
}

void Scoreboard::FreeSlot(std::size_t slot) {
  taken[slot] = false;
  busy[slot] = false;
}

int Scoreboard::CountBusy() const {
  return static_cast<int>(std::count(busy.begin(), busy.end(), true));
}

}  // namespace permit
