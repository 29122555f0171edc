// Until when a case waits for its student: for the answer to a return, and for the fee.
//
// The last day counts whole, in Taipei; the case lapses on the day after it. Days before that end
// the student is reminded, and no case lapses without the last reminder's days of notice.
#pragma once

#include <optional>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"

namespace permit {

struct CaseWaits {
  int answer_days = 0;  // of a returned case, after the day of the return
  int pay_days = 0;     // of an approved case, after the day of the approval
};

// Days before the last day; the last one is also the least notice before a case lapses.
inline constexpr int kReminderDays[] = {7, 2};
inline constexpr int kLastReminderDays = 2;

// How long a case waits in that state; nullopt: it does not wait for its student.
constexpr std::optional<int> WaitingDays(CaseState state, const CaseWaits& waits) {
  switch (state) {
    case CaseState::kReturnedForCorrection:
    case CaseState::kReturnedForDocuments:
      return waits.answer_days;
    case CaseState::kAwaitingPayment:
      return waits.pay_days;
    case CaseState::kSubmitted:
    case CaseState::kFirstReview:
    case CaseState::kSecondReview:
    case CaseState::kApproved:
    case CaseState::kDisapproved:
    case CaseState::kNotAccepted:
    case CaseState::kWithdrawn:
    case CaseState::kPaid:
    case CaseState::kIssued:
      return std::nullopt;
  }
  return std::nullopt;
}

// The last day on which the student may still act, never one that has passed: a case that has not
// lapsed yet may be answered or paid.
inline std::optional<Date> LastDayOf(CaseState state, Instant since, const CaseWaits& waits,
                                     Date today) {
  const std::optional<int> days = WaitingDays(state, waits);
  if (!days) return std::nullopt;
  const Date last = AddDays(TaipeiDate(since), *days);
  return last < today ? today : last;
}

}  // namespace permit
