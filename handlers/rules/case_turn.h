// Whose turn it is: who has to act for a case to go on.
#pragma once

#include "handlers/rules/case_state.h"

namespace permit {

enum class CaseTurn { kAgency, kStudent, kNobody };

CaseTurn TurnOf(CaseState state);

}  // namespace permit
