#include "sql/migrations.h"

#include <algorithm>
#include <map>
#include <span>

#include "sql/queries.h"
#include "sql/schema_files.h"

namespace permit::sql {
namespace {

constexpr const char* kCreateMigrationTable =
    "CREATE TABLE IF NOT EXISTS schema_migration ("
    " number INT NOT NULL, file VARCHAR(100) NOT NULL, checksum CHAR(64) NOT NULL,"
    " applied_at DATETIME(3) NOT NULL, PRIMARY KEY (number)"
    ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin";

// The row of number 0 is the lock: its holder keeps the row locked in an open transaction of a
// second connection, so that the lock ends with the program.
constexpr int kLockNumber = 0;
// Who comes second waits as long for the row; a request waits three seconds for a lock.
constexpr int kLongestUpgradeSeconds = 600;

struct Applied {
  std::string file;
  std::string checksum;
};

std::map<int, Applied> ReadApplied(Database& database) {
  std::map<int, Applied> applied;
  for (const Row& row : database.Query(queries::kMigrationList)) {
    auto number = static_cast<int>(row.Int("number"));
    if (number != kLockNumber) applied[number] = {row.Text("file"), row.Text("checksum")};
  }
  return applied;
}

void RefuseConflicts(const std::map<int, Applied>& applied) {
  for (const auto& [number, entry] : applied) {
    auto known =
        std::find_if(std::begin(kMigrations), std::end(kMigrations),
                     [&, wanted = number](const Migration& m) { return m.number == wanted; });
    if (known == std::end(kMigrations)) {
      throw SchemaConflict("the database is ahead of this program: it holds " + entry.file);
    }
    if (known->checksum != entry.checksum) {
      throw SchemaConflict(std::string(known->file) +
                           " was changed after it had been applied: its checksum was " +
                           entry.checksum + " and is " + std::string(known->checksum));
    }
  }
}

bool HasMigrationTable(Database& database) {
  return !database.Run("SHOW TABLES LIKE 'schema_migration'").empty();
}

// Statements end with a semicolon at the end of a line.
std::vector<std::string> SplitStatements(std::string_view text) {
  std::vector<std::string> statements;
  std::string current;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with("--") || line.empty()) continue;
    current += line;
    current += '\n';
    if (line.ends_with(';')) {
      current.resize(current.size() - 2);
      statements.push_back(std::move(current));
      current.clear();
    }
  }
  if (!current.empty()) statements.push_back(std::move(current));
  return statements;
}

}  // namespace

std::vector<std::string> UpgradeSchema(Database& database, const Clock& clock) {
  database.Run(kCreateMigrationTable);

  DatabaseOptions patient = database.options();
  patient.read_timeout_seconds = kLongestUpgradeSeconds + 10;
  Database holder(patient);
  holder.Run("SET innodb_lock_wait_timeout = " + std::to_string(kLongestUpgradeSeconds));
  holder.Execute(queries::kMigrationLockRow, {kLockNumber, clock.Now()});
  return holder.Transact([&](Transaction& lock) {
    lock.Query(queries::kMigrationLock, {kLockNumber});
    std::map<int, Applied> applied = ReadApplied(database);
    RefuseConflicts(applied);
    std::vector<std::string> done;
    for (const Migration& migration : kMigrations) {
      if (applied.contains(migration.number)) continue;
      for (const std::string& statement : SplitStatements(migration.text)) database.Run(statement);
      database.Execute(queries::kMigrationRecord,
                       {migration.number, migration.file, migration.checksum, clock.Now()});
      done.emplace_back(migration.file);
    }
    return done;
  });
}

std::vector<MigrationStatus> SchemaStatus(Database& database) {
  std::map<int, Applied> applied;
  if (HasMigrationTable(database)) applied = ReadApplied(database);
  RefuseConflicts(applied);
  std::vector<MigrationStatus> status;
  for (const Migration& migration : kMigrations) {
    status.push_back(
        {migration.number, std::string(migration.file), applied.contains(migration.number)});
  }
  return status;
}

std::span<const Migration> Migrations() { return kMigrations; }

}  // namespace permit::sql
