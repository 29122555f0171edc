// The five blocks of the to-do page and which of them shows a case.
#pragma once

#include <optional>

#include "handlers/rules/case_state.h"

namespace permit {

enum class TodoBlock {
  kNew,              // with the agency: nothing to do but wait
  kReturned,         // the student must correct data or hand in documents
  kAwaitingPayment,  // the student must pay
  kGroupRefused,     // every case of a group of several was refused
  kRefused,          // the case was refused
};
inline constexpr TodoBlock kTodoBlocks[] = {TodoBlock::kNew, TodoBlock::kReturned,
                                            TodoBlock::kAwaitingPayment, TodoBlock::kGroupRefused,
                                            TodoBlock::kRefused};

// nullopt: the case is finished or withdrawn and asks for nothing. `whole_group_refused` is true
// for a case of a group of several whose cases were all refused.
std::optional<TodoBlock> BlockOf(CaseState state, bool whole_group_refused);

}  // namespace permit
