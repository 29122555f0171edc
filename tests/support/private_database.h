// A MariaDB server of a test program's own, and the question which rows a test changed.
//
// The server holds the migrated schema from its start.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "sql/database.h"
#include "tests/support/private_server.h"

namespace permit::test {

class PrivateDatabase {
 public:
  // The one server of this program, started when first asked for.
  static PrivateDatabase& Shared();

  PrivateDatabase();

  // Schema "permit", migrated, as a user who may do everything.
  sql::DatabaseOptions options() const { return options("permit"); }
  sql::DatabaseOptions options(const std::string& schema) const;
  PrivateServer& server() { return server_; }

  void Clear();  // deletes every row but those of schema_migration

 private:
  PrivateServer server_;
};

// Says what happened to the rows of every table since it was made or last asked, a line a table in
// the order of names: "account ~1 (failures, rests_until)", "outbox +1", "session -2".
class RowWatch {
 public:
  explicit RowWatch(sql::Database& database);
  std::string Changes();

 private:
  using Rows = std::map<std::string, sql::Row>;  // by primary key
  std::map<std::string, Rows> Read();

  sql::Database& database_;
  std::map<std::string, std::string> keys_;  // table to its key columns
  std::map<std::string, Rows> before_;
};

// A test with an empty database.
class DatabaseTest : public ::testing::Test {
 protected:
  DatabaseTest() : database(PrivateDatabase::Shared().options()) {
    PrivateDatabase::Shared().Clear();
  }

  sql::Database database;
};

}  // namespace permit::test
