// What should not be: states that no way through the program leads to, or that somebody must end.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/calendar.h"
#include "sql/database.h"

namespace permit {

enum class Invariant {
  kPermitFollows,  // paid, or approved free of fee, is followed by the permit within an hour
  // No payment that is paid holds a case that was closed without a permit, unless its fee was left
  // to the cashier.
  kClosedIsUnpaid,
  kHolderIsApplicant,  // of the case that the permit was issued for
  kBooksBalance,
  kFileIsScanned,  // one that waits for the scan for viruses has its verdict within an hour
};
inline constexpr Invariant kInvariants[] = {Invariant::kPermitFollows, Invariant::kClosedIsUnpaid,
                                            Invariant::kHolderIsApplicant, Invariant::kBooksBalance,
                                            Invariant::kFileIsScanned};
std::string_view Code(Invariant invariant);  // "permit-follows" …

struct BrokenInvariant {
  Invariant invariant = Invariant::kPermitFollows;
  std::string subject;  // "case:NUMBER", "permit:NUMBER", "booking:NAME", "file:ID"
  std::string detail;
};

// At most 100 of each state and kind; each is a line invariant.broken in the log, and each kind a
// line invariant.checked with the number of these, also when it is 0. `since` bounds how far back
// closed cases, permits and books are looked at; none: all of them. Each kind is looked for
// whatever became of the others; then what the first threw that failed is thrown. Changes nothing.
std::vector<BrokenInvariant> CheckInvariants(sql::Executor& executor, Instant now,
                                             std::optional<Instant> since = std::nullopt);

}  // namespace permit
