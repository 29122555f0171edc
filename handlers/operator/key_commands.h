// permitctl key: what papers are signed with.
#pragma once

#include "handlers/operator/command.h"

namespace permit::ctl {

Outcome NewKey(Surroundings& surroundings, const Arguments& arguments);
Outcome ImportKey(Surroundings& surroundings, const Arguments& arguments);
Outcome ListKeys(Surroundings& surroundings, const Arguments& arguments);
Outcome RetireKey(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
