// Who acts: the reviewer that --as names, else the operator.
#pragma once

#include <optional>
#include <string>

#include "handlers/operator/command.h"

namespace permit::ctl {

// As audit and history name the actor; nullopt when there is no such reviewer, or no longer.
std::optional<std::string> ActingFor(Surroundings& surroundings, const Arguments& arguments);

}  // namespace permit::ctl
