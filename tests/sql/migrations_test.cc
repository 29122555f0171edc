#include "sql/migrations.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/support/private_database.h"

namespace permit::sql {
namespace {

using test::PrivateDatabase;

class MigrationsTest : public ::testing::Test {
 protected:
  MigrationsTest() {
    Database server(PrivateDatabase::Shared().options(""));
    server.Run("DROP DATABASE IF EXISTS fresh");
    server.Run("CREATE DATABASE fresh");
  }

  SystemClock clock;
  Database database{PrivateDatabase::Shared().options("fresh")};
};

TEST_F(MigrationsTest, AnEmptyDatabaseGetsEveryFileOnce) {
  for (const MigrationStatus& status : SchemaStatus(database)) EXPECT_FALSE(status.applied);
  EXPECT_EQ(UpgradeSchema(database, clock).size(), Migrations().size());
  EXPECT_TRUE(UpgradeSchema(database, clock).empty());
  for (const MigrationStatus& status : SchemaStatus(database)) EXPECT_TRUE(status.applied);
}

TEST_F(MigrationsTest, TwoProgramsAtOnceApplyEachFileOnce) {
  std::size_t applied[2] = {0, 0};
  std::thread other([&] {
    Database second(PrivateDatabase::Shared().options("fresh"));
    applied[1] = UpgradeSchema(second, clock).size();
  });
  applied[0] = UpgradeSchema(database, clock).size();
  other.join();
  EXPECT_EQ(applied[0] + applied[1], Migrations().size());
}

TEST_F(MigrationsTest, AFileChangedAfterwardsIsRefusedByName) {
  UpgradeSchema(database, clock);
  database.Run("UPDATE schema_migration SET checksum = REPEAT('0', 64) WHERE number = 2");
  try {
    UpgradeSchema(database, clock);
    FAIL() << "not refused";
  } catch (const SchemaConflict& conflict) {
    EXPECT_NE(std::string(conflict.what()).find("0002_account.sql was changed"), std::string::npos);
  }
  EXPECT_THROW(SchemaStatus(database), SchemaConflict);
}

TEST_F(MigrationsTest, ADatabaseAheadOfTheProgramIsRefused) {
  UpgradeSchema(database, clock);
  database.Run(
      "INSERT INTO schema_migration VALUES (9000, '9000_later.sql', REPEAT('0', 64), NOW(3))");
  EXPECT_THROW(UpgradeSchema(database, clock), SchemaConflict);
}

TEST_F(MigrationsTest, EveryTableHasAPrimaryKeyAndExactText) {
  UpgradeSchema(database, clock);
  EXPECT_TRUE(database
                  .Run("SELECT t.table_name FROM information_schema.tables t "
                       "LEFT JOIN information_schema.table_constraints c "
                       "ON c.table_schema = t.table_schema AND c.table_name = t.table_name "
                       "AND c.constraint_type = 'PRIMARY KEY' "
                       "WHERE t.table_schema = 'fresh' AND c.table_name IS NULL")
                  .empty());
  EXPECT_TRUE(database
                  .Run("SELECT table_name FROM information_schema.tables "
                       "WHERE table_schema = 'fresh' AND table_collation <> 'utf8mb4_bin'")
                  .empty());
}

}  // namespace
}  // namespace permit::sql
