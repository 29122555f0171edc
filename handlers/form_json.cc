#include "handlers/form_json.h"

#include <nlohmann/json.hpp>

namespace permit {

std::string FormJson(const FormValues& values) { return nlohmann::json(values).dump(); }

FormValues ReadFormJson(std::string_view json) {
  FormValues values;
  const nlohmann::json object = nlohmann::json::parse(json);
  for (const auto& [name, value] : object.items()) {
    values.emplace(name, value.get<std::string>());
  }
  return values;
}

}  // namespace permit
