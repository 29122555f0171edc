#include "handlers/download/download_query.h"

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
  const std::string text = TidyCode(query.Get(field));
  if (text.empty()) return std::nullopt;
  const std::optional<Date> day = ParseDate(text);
  if (!day) errors.push_back({std::string(field), Problem::kBadDate, 0, {}});
  return day;
}

}  // namespace

DownloadQuery ReadDownloadQuery(const Params& query) {
  DownloadQuery read;
  read.filter.group_number = ReadNumber(query, "group", IsGroupNumber, read.errors);
  read.filter.receipt_number = ReadNumber(query, "receipt", IsReceiptNumber, read.errors);
  read.filter.from = ReadDay(query, "from", read.errors);
  read.filter.to = ReadDay(query, "to", read.errors);
  if (read.filter.from && read.filter.to && *read.filter.to < *read.filter.from) {
    read.errors.push_back({"to", Problem::kDateBeforeStart, 0, {}});
  }
  return read;
}

}  // namespace permit
