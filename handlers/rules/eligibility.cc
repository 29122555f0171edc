#include "handlers/rules/eligibility.h"

namespace permit {
namespace {

Eligibility Refuse(Ineligibility reason) { return {.refusal = reason, .first_date = {}}; }

Eligibility CheckExchange(const PermitFacts& permit, Date today) {
  if (permit.status == PermitStatus::kReplaced) return Refuse(Ineligibility::kAlreadyExchanged);
  if (permit.has_open_case) return Refuse(Ineligibility::kCaseOpen);
  if (!permit.entered_on || *permit.entered_on > today) return Refuse(Ineligibility::kNotEntered);
  if (permit.expires_on < today) return Refuse(Ineligibility::kPermitExpired);
  if (permit.stay_until < today) return Refuse(Ineligibility::kStayOver);
  if (HoldsMultipleEntry(permit.multiple_entry_until, today)) {
    return Refuse(Ineligibility::kHasMultipleEntry);
  }
  return {};
}

Eligibility CheckExtension(const PermitFacts& permit, Date today) {
  if (permit.status == PermitStatus::kReplaced) return Refuse(Ineligibility::kReplaced);
  if (permit.has_open_case) return Refuse(Ineligibility::kCaseOpen);
  if (permit.stay_until < today) return Refuse(Ineligibility::kStayExpired);
  Date first = FirstExtensionDate(permit.stay_until);
  if (today < first) return {.refusal = Ineligibility::kTooEarly, .first_date = first};
  return {};
}

Eligibility CheckDataChange(const PermitFacts& permit, Date today) {
  if (permit.status == PermitStatus::kReplaced) return Refuse(Ineligibility::kReplaced);
  if (permit.has_open_case) return Refuse(Ineligibility::kCaseOpen);
  if (permit.expires_on < today) return Refuse(Ineligibility::kPermitExpired);
  if (permit.stay_until < today) return Refuse(Ineligibility::kStayOver);
  return {};
}

}  // namespace

PermitKind StartsFrom(Service service) {
  switch (service) {
    case Service::kExchange:
      return PermitKind::kSingleEntry;
    case Service::kExtension:
    case Service::kDataChange:
      return PermitKind::kMultipleEntry;
  }
  return PermitKind::kSingleEntry;
}

Date FirstExtensionDate(Date stay_until) { return AddMonths(stay_until, -kExtensionWindowMonths); }

bool HoldsMultipleEntry(const std::optional<Date>& multiple_entry_until, Date today) {
  return multiple_entry_until && *multiple_entry_until >= today;
}

bool AppliedDuringStay(Date applied_on, Date stay_until) { return applied_on <= stay_until; }

Eligibility CheckEligibility(Service service, const std::optional<PermitFacts>& permit,
                             Date today) {
  if (!permit) return Refuse(Ineligibility::kUnknownPermit);
  if (permit->kind != StartsFrom(service)) {
    Eligibility refused = Refuse(Ineligibility::kUnknownPermit);
    if (permit->of_applicant) refused.other_kind = permit->kind;
    return refused;
  }
  if (!permit->of_applicant) return Refuse(Ineligibility::kAnotherApplicant);
  if (permit->status == PermitStatus::kRevoked) return Refuse(Ineligibility::kRevoked);
  switch (service) {
    case Service::kExchange:
      return CheckExchange(*permit, today);
    case Service::kExtension:
      return CheckExtension(*permit, today);
    case Service::kDataChange:
      return CheckDataChange(*permit, today);
  }
  return Refuse(Ineligibility::kUnknownPermit);
}

}  // namespace permit
