#include "handlers/form/printable.h"

#include <algorithm>

#include "views/pdf/printable.h"

namespace permit {
namespace {

constexpr std::string_view kPrintedFields[] = {"chinese_name", "english_name", "school",
                                               "taiwan_address"};

}  // namespace

void AddUnprintable(const FormValues& values, FieldErrors& errors) {
  for (std::string_view name : kPrintedFields) {
    const auto value = values.find(name);
    if (value == values.end()) continue;
    const bool known = std::any_of(errors.begin(), errors.end(),
                                   [&](const FieldError& error) { return error.field == name; });
    if (known) continue;
    if (auto character = views::FirstUnprintable(value->second)) {
      errors.push_back({.field = std::string(name),
                        .problem = Problem::kUnprintable,
                        .found = *std::move(character)});
    }
  }
}

}  // namespace permit
