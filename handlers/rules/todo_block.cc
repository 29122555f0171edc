#include "handlers/rules/todo_block.h"

namespace permit {

std::optional<TodoBlock> BlockOf(CaseState state, bool whole_group_refused) {
  switch (state) {
    case CaseState::kSubmitted:
    case CaseState::kFirstReview:
    case CaseState::kSecondReview:
    case CaseState::kApproved:
      return TodoBlock::kNew;
    case CaseState::kReturnedForCorrection:
    case CaseState::kReturnedForDocuments:
      return TodoBlock::kReturned;
    case CaseState::kAwaitingPayment:
      return TodoBlock::kAwaitingPayment;
    case CaseState::kDisapproved:
    case CaseState::kNotAccepted:
      return whole_group_refused ? TodoBlock::kGroupRefused : TodoBlock::kRefused;
    case CaseState::kWithdrawn:
    case CaseState::kPaid:
    case CaseState::kIssued:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace permit
