// What a service costs, in New Taiwan dollars.
#pragma once

#include "handlers/rules/case_state.h"

namespace permit {

long FeeOf(Service service);

}  // namespace permit
