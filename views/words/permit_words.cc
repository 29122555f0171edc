#include "views/words/permit_words.h"

namespace permit::views {

std::string PermitKindName(const Translator& tr, PermitKind kind) {
  switch (kind) {
    case PermitKind::kSingleEntry:
      return tr.In("permit", "Single-entry permit for study");
    case PermitKind::kMultipleEntry:
      return tr.In("permit", "Multiple-entry permit");
  }
  return {};
}

std::string PermitDayName(const Translator& tr, PermitDay day) {
  switch (day) {
    case PermitDay::kExchange:
      return tr("Last day to exchange your single-entry permit");
    case PermitDay::kExtend:
      return tr("First day to apply to extend your stay in Taiwan");
    case PermitDay::kStay:
      return tr("Last day of your permitted stay in Taiwan");
  }
  return {};
}

}  // namespace permit::views
