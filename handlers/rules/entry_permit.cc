#include "handlers/rules/entry_permit.h"

namespace permit {

PermitVerdict JudgePermit(PermitStatus status, Date expires_on, Date today) {
  switch (status) {
    case PermitStatus::kRevoked:
      return PermitVerdict::kRevoked;
    case PermitStatus::kReplaced:
      return PermitVerdict::kReplaced;
    case PermitStatus::kValid:
      return today > expires_on ? PermitVerdict::kExpired : PermitVerdict::kValid;
  }
  return PermitVerdict::kUnknown;
}

std::string_view Code(PermitKind kind) {
  switch (kind) {
    case PermitKind::kSingleEntry:
      return "single";
    case PermitKind::kMultipleEntry:
      return "multiple";
  }
  return {};
}

std::string_view Code(PermitStatus status) {
  switch (status) {
    case PermitStatus::kValid:
      return "valid";
    case PermitStatus::kReplaced:
      return "replaced";
    case PermitStatus::kRevoked:
      return "revoked";
  }
  return {};
}

std::optional<PermitKind> PermitKindFromCode(std::string_view code) {
  for (PermitKind kind : {PermitKind::kSingleEntry, PermitKind::kMultipleEntry}) {
    if (Code(kind) == code) return kind;
  }
  return std::nullopt;
}

std::optional<PermitStatus> PermitStatusFromCode(std::string_view code) {
  for (PermitStatus status :
       {PermitStatus::kValid, PermitStatus::kReplaced, PermitStatus::kRevoked}) {
    if (Code(status) == code) return status;
  }
  return std::nullopt;
}

}  // namespace permit
