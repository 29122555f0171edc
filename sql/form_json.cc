#include "sql/form_json.h"

#include <nlohmann/json.hpp>

namespace permit::sql {

std::string FormJson(const FormValues& values) { return nlohmann::json(values).dump(); }

std::optional<std::string> OptionalFormJson(const std::optional<FormValues>& values) {
  if (!values) return std::nullopt;
  return FormJson(*values);
}

FormValues ReadFormJson(std::string_view json) {
  FormValues values;
  const nlohmann::json object = nlohmann::json::parse(json);
  for (const auto& [name, value] : object.items()) {
    values.emplace(name, value.get<std::string>());
  }
  return values;
}

std::optional<FormValues> OptionalForm(const Row& row, std::string_view column) {
  if (row.IsNull(column)) return std::nullopt;
  return ReadFormJson(row.Text(column));
}

std::string FieldPairsJson(const FieldPairs& fields) {
  nlohmann::json array = nlohmann::json::array();
  for (const auto& [name, value] : fields) array.push_back({name, value});
  return array.dump();
}

FieldPairs ReadFieldPairsJson(std::string_view json) {
  FieldPairs fields;
  for (const nlohmann::json& field : nlohmann::json::parse(json)) {
    fields.emplace_back(field.at(0).get<std::string>(), field.at(1).get<std::string>());
  }
  return fields;
}

}  // namespace permit::sql
