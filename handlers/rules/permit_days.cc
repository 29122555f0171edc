#include "handlers/rules/permit_days.h"

#include <algorithm>

namespace permit {
namespace {

std::optional<Date> ExchangeBy(const PermitFacts& permit) {
  if (permit.kind != PermitKind::kSingleEntry || !permit.entered_on) return std::nullopt;
  return std::min(
      {AddMonths(*permit.entered_on, kExchangeMonths), permit.expires_on, permit.stay_until});
}

}  // namespace

std::string_view Code(PermitDay day) {
  switch (day) {
    case PermitDay::kExchange:
      return "exchange";
    case PermitDay::kExtend:
      return "extend";
    case PermitDay::kStay:
      return "stay";
  }
  return {};
}

std::optional<Date> DayOf(const PermitFacts& permit, PermitDay day) {
  switch (day) {
    case PermitDay::kExchange:
      return ExchangeBy(permit);
    case PermitDay::kExtend:
      if (permit.kind != PermitKind::kMultipleEntry) return std::nullopt;
      return FirstExtensionDate(permit.stay_until);
    case PermitDay::kStay:
      return permit.stay_until;
  }
  return std::nullopt;
}

}  // namespace permit
