// Rows out of nothing, as both kinds of server make them.
#pragma once

#include <string>

namespace permit::test {

// A table for FROM: one column `seq` with the numbers from 1 to `count`, in their order where the
// statement sorts by it. At most 1,000,000.
std::string NumbersTo(unsigned count);

}  // namespace permit::test
