#include "handlers/web/search_fields.h"

#include "handlers/rules/case_number.h"
#include "handlers/rules/text.h"

namespace permit {
namespace {

std::string ReadNumber(const Params& query, std::string_view field,
                       bool (*is_number)(std::string_view), FieldErrors& errors) {
  std::string number = TidyCode(query.Get(field));
  if (!number.empty() && !is_number(number)) {
    errors.push_back({std::string(field), Problem::kBadFormat, 0, {}});
  }
  return number;
}

std::optional<Date> ReadDay(const Params& query, std::string_view field, FieldErrors& errors) {
  const std::string text = TidyDate(query.Get(field));
  if (text.empty()) return std::nullopt;
  const std::optional<Date> day = ParseDate(text);
  if (!day) errors.push_back({std::string(field), Problem::kBadDate, 0, {}});
  return day;
}

}  // namespace

SearchNumbers ReadSearchNumbers(const Params& query, FieldErrors& errors) {
  std::string group = ReadNumber(query, "group", IsGroupNumber, errors);
  return {std::move(group), ReadNumber(query, "receipt", IsReceiptNumber, errors)};
}

SearchDays ReadSearchDays(const Params& query, FieldErrors& errors) {
  const std::optional<Date> from = ReadDay(query, "from", errors);
  const std::optional<Date> to = ReadDay(query, "to", errors);
  if (from && to && *to < *from) errors.push_back({"to", Problem::kDateBeforeStart, 0, {}});
  return {from, to};
}

}  // namespace permit
