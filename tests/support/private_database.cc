#include "tests/support/private_database.h"

#include "fcgi/base/clock.h"
#include "fcgi/base/crypto.h"
#include "sql/migrations.h"

namespace permit::test {
namespace {

constexpr const char* kSchema = "permit";

sql::DatabaseOptions OptionsAt(const std::string& socket, const std::string& schema) {
  sql::DatabaseOptions options;
  options.socket = socket;
  options.name = schema;
  options.user = "root";
  return options;
}

std::string TemplateName() {
  std::string all;
  for (const sql::Migration& migration : sql::Migrations()) all += migration.checksum;
  return "schema-" + HexEncode(Sha256(all)).substr(0, 12);
}

void MakeSchema(const std::string& socket) {
  sql::Database(OptionsAt(socket, "")).Run(std::string("CREATE DATABASE ") + kSchema);
  sql::Database database(OptionsAt(socket, kSchema));
  sql::UpgradeSchema(database, SystemClock());
}

}  // namespace

PrivateDatabase& PrivateDatabase::Shared() {
  static PrivateDatabase shared;
  return shared;
}

PrivateDatabase::PrivateDatabase() : server_(TemplateName(), MakeSchema) {}

sql::DatabaseOptions PrivateDatabase::options(const std::string& schema) const {
  return OptionsAt(server_.socket(), schema);
}

void PrivateDatabase::Clear() {
  sql::Database database(options());
  std::vector<sql::Row> tables = database.Run(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() "
      "AND table_name <> 'schema_migration'");
  std::string names;
  for (const sql::Row& table : tables) names += "," + table.Text("name");
  database.Run("SET foreign_key_checks = 0, @append_only_except = '" + names + "'");
  for (const sql::Row& table : tables) database.Run("DELETE FROM " + table.Text("name"));
}

RowWatch::RowWatch(sql::Database& database) : database_(database) {
  for (const sql::Row& row : database_.Run(
           "SELECT table_name AS name, GROUP_CONCAT(column_name ORDER BY ordinal_position "
           "SEPARATOR ',') AS columns FROM information_schema.key_column_usage "
           "WHERE table_schema = DATABASE() AND constraint_name = 'PRIMARY' GROUP BY table_name")) {
    keys_[row.Text("name")] = row.Text("columns");
  }
  before_ = Read();
}

std::map<std::string, RowWatch::Rows> RowWatch::Read() {
  std::map<std::string, Rows> tables;
  for (const auto& [table, key] : keys_) {
    std::string question =
        "SELECT t.*, CONCAT_WS('/', " + key + ") AS row_key FROM " + table + " t";
    for (sql::Row& row : database_.Run(question)) {
      std::string row_key = row.Text("row_key");
      tables[table].emplace(std::move(row_key), std::move(row));
    }
  }
  return tables;
}

std::string RowWatch::Changes() {
  std::map<std::string, Rows> after = Read();
  std::string text;
  for (const auto& [table, key] : keys_) {
    int added = 0;
    int removed = 0;
    int changed = 0;
    std::map<std::string, bool> columns;
    for (const auto& [row_key, row] : after[table]) {
      auto old = before_[table].find(row_key);
      if (old == before_[table].end()) {
        ++added;
        continue;
      }
      bool differs = false;
      for (const std::string& column : row.columns()) {
        if (row.OptionalText(column) != old->second.OptionalText(column)) {
          differs = columns[column] = true;
        }
      }
      changed += differs;
    }
    for (const auto& entry : before_[table]) removed += !after[table].contains(entry.first);
    if (added + removed + changed == 0) continue;
    text += text.empty() ? "" : "\n";
    text += table;
    if (added > 0) text += " +" + std::to_string(added);
    if (removed > 0) text += " -" + std::to_string(removed);
    if (changed > 0) {
      std::string names;
      for (const auto& column : columns) names += (names.empty() ? "" : ", ") + column.first;
      text += " ~" + std::to_string(changed) + " (" + names + ")";
    }
  }
  before_ = std::move(after);
  return text;
}

}  // namespace permit::test
