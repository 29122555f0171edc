// Work on bytes that a stranger wrote, in a process of its own: with little time and memory, behind
// everything else that wants the processor, and without the worker's open files, above all its
// connection to the database.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "handlers/form/file_budget.h"

namespace permit {

// What `work` gave; nullopt when the process ended otherwise, as one does that goes beyond its
// limits or crashes. The time comes off the budget, of which a second at least is granted. Throws
// std::system_error when no process can be had.
std::optional<std::string> RunLimited(FileBudget& budget, const std::function<std::string()>& work);

}  // namespace permit
