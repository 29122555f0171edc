#include "handlers/rules/case_turn.h"

namespace permit {

CaseTurn TurnOf(CaseState state) {
  switch (state) {
    case CaseState::kSubmitted:
    case CaseState::kFirstReview:
    case CaseState::kSecondReview:
    case CaseState::kApproved:
    case CaseState::kPaid:
      return CaseTurn::kAgency;
    case CaseState::kReturnedForCorrection:
    case CaseState::kReturnedForDocuments:
    case CaseState::kAwaitingPayment:
      return CaseTurn::kStudent;
    case CaseState::kDisapproved:
    case CaseState::kNotAccepted:
    case CaseState::kWithdrawn:
    case CaseState::kIssued:
      return CaseTurn::kNobody;
  }
  return CaseTurn::kNobody;
}

}  // namespace permit
