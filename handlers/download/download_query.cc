#include "handlers/download/download_query.h"

#include "handlers/web/search_fields.h"

namespace permit {
DownloadQuery ReadDownloadQuery(const Params& query) {
  DownloadQuery read;
  SearchNumbers numbers = ReadSearchNumbers(query, read.errors);
  const SearchDays days = ReadSearchDays(query, read.errors);
  read.filter = {.group_number = std::move(numbers.group),
                 .receipt_number = std::move(numbers.receipt),
                 .from = days.from,
                 .to = days.to};
  return read;
}

}  // namespace permit
