// What there is to know about an entry permit before one may apply on it.
#pragma once

#include <optional>
#include <string_view>

#include "handlers/rules/calendar.h"

namespace permit {

enum class PermitKind { kSingleEntry, kMultipleEntry };

// A permit is replaced when a single-entry one was exchanged, or a multiple-entry one was extended
// or reissued after a data change.
enum class PermitStatus { kValid, kReplaced, kRevoked };

// What the public check of a permit says.
enum class PermitVerdict { kValid, kReplaced, kExpired, kRevoked, kUnknown };

// A withdrawn or a replaced permit is that whatever its dates say; a permit is valid on the day on
// which it expires.
PermitVerdict JudgePermit(PermitStatus status, Date expires_on, Date today);

std::string_view Code(PermitKind kind);      // "single", "multiple"
std::string_view Code(PermitStatus status);  // "valid", "replaced", "revoked"
std::optional<PermitKind> PermitKindFromCode(std::string_view code);
std::optional<PermitStatus> PermitStatusFromCode(std::string_view code);

}  // namespace permit
