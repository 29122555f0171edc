// Whether an applicant may apply for a service on a permit today.
//
// The last day of a validity or of a stay still counts. Refusals come in the order in which the
// page must name them: unknown number, another person's, then the reasons of the service.
#pragma once

#include <optional>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/entry_permit.h"

namespace permit {

enum class Ineligibility {
  kUnknownPermit,     // 查無此證號資料; also a number of the other kind of permit
  kAnotherApplicant,  // 帳號基資與案件資料不符
  kRevoked,
  kAlreadyExchanged,  // single-entry
  kReplaced,          // multiple-entry
  kCaseOpen,
  kNotEntered,
  kPermitExpired,
  kStayExpired,
  kStayOver,          // an exchange or change of data after the permitted stay
  kHasMultipleEntry,  // an exchange beside a multiple-entry permit issued since, which still holds
  kTooEarly,          // an extension more than three calendar months before the stay ends
};

struct PermitFacts {
  PermitKind kind = PermitKind::kSingleEntry;
  PermitStatus status = PermitStatus::kValid;
  bool of_applicant = false;  // belongs to the account's applicant
  bool has_open_case = false;
  std::optional<Date> entered_on;
  Date expires_on;  // last day of validity
  Date stay_until;  // last day of the permitted stay
  // Last day of validity of the holder's multiple-entry permits that were issued after this one and
  // neither revoked nor replaced.
  std::optional<Date> multiple_entry_until;
};

struct Eligibility {
  std::optional<Ineligibility> refusal;
  std::optional<Date> first_date;  // with kTooEarly: the first day on which one may apply
  // With kUnknownPermit: the number is the applicant's own, of the kind that another service starts
  // from. Of a stranger's number nothing is said.
  std::optional<PermitKind> other_kind = {};

  bool allowed() const { return !refusal; }
};

Eligibility CheckEligibility(Service service, const std::optional<PermitFacts>& permit, Date today);

// The kind of permit that a service starts from.
PermitKind StartsFrom(Service service);

inline constexpr int kExtensionWindowMonths = 3;
Date FirstExtensionDate(Date stay_until);

// An applicant holds one multiple-entry permit: an exchange beside one that was issued since and
// still holds is refused when it is applied for and when it is decided. Of two exchanges that were
// applied for while neither was issued, the one that is approved first counts: the other is not
// approved while that one waits for its fee or its permit. What was approved is issued.
bool HoldsMultipleEntry(const std::optional<Date>& multiple_entry_until, Date today);

// An extension that was applied for while the stay lasted may be approved, paid and issued after
// its end: the applicant did in time what the law asks for, and the new stay begins where the old
// one ends. One that was applied for later may not.
bool AppliedDuringStay(Date applied_on, Date stay_until);

}  // namespace permit
