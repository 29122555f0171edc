#include "handlers/web/case_search.h"

#include <algorithm>

#include "fcgi/base/crypto.h"
#include "handlers/web/search_fields.h"

namespace permit {
namespace {

constexpr std::string_view kFields[] = {"group", "receipt", "service", "stage", "from", "to"};
constexpr std::int64_t kLastPage = 100000;

std::int64_t ReadPage(std::string_view text) {
  std::int64_t page = 0;
  for (char c : text) {
    if (c < '0' || c > '9' || page > kLastPage) return 1;
    page = page * 10 + (c - '0');
  }
  return std::max<std::int64_t>(page, 1);
}

}  // namespace

SearchQuery ReadSearch(const Params& query) {
  SearchQuery search;
  FieldErrors& errors = search.errors;
  SearchNumbers numbers = ReadSearchNumbers(query, errors);
  search.filter.group_number = std::move(numbers.group);
  search.filter.receipt_number = std::move(numbers.receipt);
  const std::string_view service = query.Get("service");
  search.filter.service = ServiceFromCode(service);
  if (!service.empty() && !search.filter.service) {
    errors.push_back({"service", Problem::kNotAChoice, 0, {}});
  }
  const std::string_view stage = query.Get("stage");
  if (auto state = CaseStateFromCode(stage)) {
    search.filter.states = {*state};
  } else if (!stage.empty()) {
    errors.push_back({"stage", Problem::kNotAChoice, 0, {}});
  }
  const SearchDays days = ReadSearchDays(query, errors);
  search.filter.from = days.from;
  search.filter.to = days.to;
  search.page = ReadPage(query.Get("page"));
  return search;
}

std::string WriteSearch(const Params& query, std::int64_t page) {
  std::string text;
  for (std::string_view field : kFields) {
    const std::string_view value = query.Get(field);
    if (value.empty()) continue;
    text += (text.empty() ? "" : "&") + std::string(field) + "=" + PercentEncode(value);
  }
  if (page < 1) return text;
  text += (text.empty() ? "" : "&") + std::string("list=yes");
  if (page > 1) text += "&page=" + std::to_string(page);
  return text;
}

}  // namespace permit
