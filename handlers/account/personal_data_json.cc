#include "handlers/account/personal_data_json.h"

#include <nlohmann/json.hpp>

namespace permit {
namespace {

using Json = nlohmann::ordered_json;

bool IsForm(std::string_view column) {
  return column == "form" || column == "on_record" || column == "registered" || column == "fields";
}

bool IsTime(std::string_view column) {
  return column.ends_with("_at") || column.ends_with("_since");
}

// "2026-03-01 08:00:00.000" becomes "2026-03-01T08:00:00.000Z".
std::string IsoTime(std::string text) {
  if (text.size() > 10 && text[10] == ' ') text[10] = 'T';
  return text + "Z";
}

Json ValueOf(const std::string& column, const std::optional<std::string>& value) {
  if (!value) return nullptr;
  if (IsForm(column)) {
    Json form = Json::parse(*value, nullptr, false);
    if (!form.is_discarded()) return form;
  }
  return IsTime(column) ? IsoTime(*value) : *value;
}

}  // namespace

std::string PersonalDataJson(const std::vector<sql::PersonalTable>& tables, Instant made_at) {
  Json all = Json::object();
  all["made_at"] = FormatTime(made_at) + "+08:00";
  for (const sql::PersonalTable& table : tables) {
    Json rows = Json::array();
    for (const sql::PersonalRow& row : table.rows) {
      Json object = Json::object();
      for (const auto& [column, value] : row) object[column] = ValueOf(column, value);
      rows.push_back(std::move(object));
    }
    all[std::string(table.name)] = std::move(rows);
  }
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace permit
