// The watched folder: takes in the settlement files and lists of credits that were put there.
//
// A file counts as put there whole when its name neither begins with a dot nor ends in `.part` or
// `.tmp` (the name to write under before the rename), and when size and time stayed the same from
// one look to the next. One that was taken in goes to `done/`, one that was refused to `refused/`
// with its reason in NAME.reason beside it; no file there is ever written over. Which money was
// taken is known by the file's digest in the database alone, so a crash between the commit and the
// move takes nothing twice: the next round finds the file taken before and moves it. When the
// database is away this throws, and every file stays where it is. Two rounds at once: the second
// does nothing.
#pragma once

#include <cstddef>
#include <functional>

#include "handlers/web/context.h"

namespace permit {

struct SettlementRound {
  std::size_t taken = 0;
  std::size_t known = 0;  // taken before
  std::size_t refused = 0;
  std::size_t waiting = 0;  // still growing, or not readable
};

// Nothing without `payment.settlement_folder`. `wait` passes the time between the two looks.
SettlementRound TakeSettlements(Services& services, const std::function<void()>& wait);

}  // namespace permit
