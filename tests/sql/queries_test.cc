#include "sql/queries.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "tests/support/private_database.h"

namespace permit::sql {
namespace {

using test::PrivateDatabase;
using test::PrivateServer;

// Tables that stay small, and `given` or `listed`, the rows that come with a statement: a full scan
// of one is no fault. Every other table grows with use.
const std::set<std::string> kSmallTables = {"schema_migration", "announcement", "reviewer",
                                            "settlement_file",  "usual_time",   "counter",
                                            "gateway_rest",     "given",        "listed"};

// A value for each marker, such that the optimizer sees what it will see in earnest: a number after
// LIMIT, an early day beside a time, else text, which compares with every other column.
std::vector<Value> ValuesFor(const std::string& text) {
  static const std::regex kTime(
      "(_at|_on|_until|_since|_start|\\bat|\\bday)\\s*(=|<|>|<=|>=|BETWEEN|BETWEEN \\? AND)\\s*$");
  static const std::regex kLimit("(LIMIT|OFFSET)\\s*$");
  std::vector<Value> values;
  for (std::size_t at = text.find('?'); at != std::string::npos; at = text.find('?', at + 1)) {
    std::string before = text.substr(0, at);
    if (std::regex_search(before, kLimit)) {
      values.emplace_back(20);
    } else if (std::regex_search(before, kTime)) {
      values.emplace_back("2000-01-01");
    } else {
      values.emplace_back("7");
    }
  }
  return values;
}

// Rows enough that the optimizer prefers a good index to reading all, with every unique column told
// apart by the row's number.
constexpr int kRows = 2048;

// MariaDB leaves checks out for a session, MySQL for a table.
void EnforceChecks(Database& database, bool enforce) {
  if (!PrivateServer::IsMySql()) {
    database.Run(std::string("SET check_constraint_checks = ") + (enforce ? "1" : "0"));
    return;
  }
  for (const Row& check :
       database.Run("SELECT table_name AS name, constraint_name AS rule "
                    "FROM information_schema.table_constraints "
                    "WHERE constraint_schema = DATABASE() AND constraint_type = 'CHECK'")) {
    database.Run("ALTER TABLE " + check.Text("name") + " ALTER CHECK `" + check.Text("rule") +
                 (enforce ? "` ENFORCED" : "` NOT ENFORCED"));
  }
}

class TableFiller {
 public:
  explicit TableFiller(Database& database) : database_(database) {}

  void Fill() {
    database_.Run("SET foreign_key_checks = 0");
    EnforceChecks(database_, false);
    database_.Run("CREATE TEMPORARY TABLE s (n INT NOT NULL PRIMARY KEY)");
    database_.Run("INSERT INTO s VALUES (1)");
    for (int rows = 1; rows < kRows; rows *= 2) {
      database_.Run("CREATE TEMPORARY TABLE t AS SELECT n FROM s");
      database_.Run("INSERT INTO s SELECT n + " + std::to_string(rows) + " FROM t");
      database_.Run("DROP TEMPORARY TABLE t");
    }
    for (const Row& table : database_.Run(
             "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = "
             "DATABASE() AND table_name <> 'schema_migration' AND table_type = 'BASE TABLE' "
             "ORDER BY table_name")) {
      FillTable(table.Text("name"));
    }
  }

 private:
  void FillTable(const std::string& table) {
    std::string names;
    std::string values;
    for (const Row& column : database_.Run(
             "SELECT column_name AS name, data_type AS type, character_maximum_length AS length "
             "FROM information_schema.columns WHERE table_schema = DATABASE() "
             "AND extra NOT LIKE '%GENERATED%' AND table_name = '" +
             table + "'")) {
      names += (names.empty() ? "" : ", ") + column.Text("name");
      values += (values.empty() ? "" : ", ") + ValueFor(column);
    }
    database_.Run("INSERT INTO " + table + " (" + names + ") SELECT " + values + " FROM s");
    database_.Run("ANALYZE TABLE " + table);
  }

  static std::string ValueFor(const Row& column) {
    const std::string& type = column.Text("type");
    if (type == "datetime") return "NOW(3) - INTERVAL n MINUTE";
    if (type == "date") return "CURRENT_DATE - INTERVAL MOD(n, 3000) DAY";
    if (type == "tinyint") return "MOD(n, 2)";
    if (type.ends_with("blob") || type.ends_with("text")) return "'x'";
    if (type == "smallint") return "MOD(n, 100)";
    if (type.ends_with("int")) return "n";
    auto length = column.OptionalInt("length").value_or(10);
    return "RIGHT(CONCAT('" +
           std::string(static_cast<std::size_t>(std::min<std::int64_t>(length, 30)), '0') +
           "', n), " + std::to_string(length) + ")";
  }

  Database& database_;
};

class QueriesTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    PrivateDatabase::Shared().Clear();
    Database database(PrivateDatabase::Shared().options());
    TableFiller(database).Fill();
  }
  static void TearDownTestSuite() {
    PrivateDatabase::Shared().Clear();
    Database database(PrivateDatabase::Shared().options());
    EnforceChecks(database, true);
  }

  Database database{PrivateDatabase::Shared().options()};
};

bool IsInsertOfValues(std::string_view text) {
  return text.starts_with("INSERT") && text.find("SELECT") == std::string_view::npos;
}

TEST_F(QueriesTest, EveryStatementFitsTheSchema) {
  for (const Statement* statement : queries::kAll) {
    std::string text(statement->text);
    std::string quoted;
    for (char c : text) quoted += c == '\'' ? "''" : std::string(1, c);
    EXPECT_NO_THROW(database.Run("PREPARE p FROM '" + quoted + "'")) << statement->name;
    EXPECT_NO_THROW(database.Run("DEALLOCATE PREPARE p")) << statement->name;
  }
}

TEST_F(QueriesTest, NoneReadsAllOfATableThatGrows) {
  for (const Statement* statement : queries::kAll) {
    if (IsInsertOfValues(statement->text)) continue;
    std::string explain = "EXPLAIN " + std::string(statement->text);
    Database fresh(PrivateDatabase::Shared().options());
    if (PrivateServer::IsMySql()) fresh.Run("SET explain_format = 'TRADITIONAL'");
    for (const Row& row : fresh.Query({statement->name, explain}, ValuesFor(explain))) {
      std::string table = row.OptionalText("table").value_or("");
      std::string type = row.OptionalText("type").value_or("");
      if (row.OptionalText("select_type") == "INSERT") continue;  // MySQL names where rows go
      bool whole = type == "ALL" || (type == "index" && row.Uint("rows") > kRows / 2);
      EXPECT_FALSE(whole && !kSmallTables.contains(table) && !table.starts_with("<"))
          << statement->name << " reads all of " << table << " (" << type << ", "
          << row.OptionalText("rows").value_or("?") << " rows)";
    }
  }
}

// The same SQL must run on MySQL 8 and in clusters.
TEST_F(QueriesTest, NoneUsesWhatOnlyOneServerUnderstands) {
  for (const Statement* statement : queries::kAll) {
    for (std::string_view word : {"RETURNING", "SEQUENCE", "GET_LOCK", "LOCK TABLES",
                                  "REPLACE INTO", "SELECT *", "NEXTVAL"}) {
      EXPECT_EQ(statement->text.find(word), std::string_view::npos)
          << statement->name << " says " << word;
    }
  }
}

TEST_F(QueriesTest, NamesAreUnique) {
  std::map<std::string_view, int> count;
  for (const Statement* statement : queries::kAll) ++count[statement->name];
  for (const auto& [name, times] : count) EXPECT_EQ(times, 1) << name;
}

}  // namespace
}  // namespace permit::sql
