// What a form holds, as it is stored: JSON. Nobody but the stores sees it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "handlers/rules/application_form.h"
#include "sql/statement.h"

namespace permit::sql {

// One object of texts.
std::string FormJson(const FormValues& values);
std::optional<std::string> OptionalFormJson(const std::optional<FormValues>& values);
// Both throw std::runtime_error when the text is no such object.
FormValues ReadFormJson(std::string_view json);
std::optional<FormValues> OptionalForm(const Row& row, std::string_view column);

// Fields in the order in which a browser sent them: an array of pairs.
using FieldPairs = std::vector<std::pair<std::string, std::string>>;
std::string FieldPairsJson(const FieldPairs& fields);
FieldPairs ReadFieldPairsJson(std::string_view json);

}  // namespace permit::sql
