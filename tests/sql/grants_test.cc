// What the users of the database may and may not do, tried as each of them.
#include "sql/grants.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "sql/queries.h"
#include "sql/register_store.h"
#include "sql/seal_store.h"
#include "tests/support/private_database.h"

namespace permit::sql {
namespace {

using test::PrivateDatabase;

constexpr int kRefused = 1142;          // the user lacks the right on the table
constexpr int kRefusedInSchema = 1044;  // or on the schema

const std::set<std::string> kAppendOnly = {
    "audit",        "audit_seal",      "case_history",    "case_remark",      "case_change",
    "ledger_entry", "payment_history", "receipt",         "receipt_paper",    "permit_paper",
    "permit_seal",  "settlement_file", "settlement_line", "permit_revocation"};

// Those of the user who changes the schema and draws papers anew.
const std::set<std::string_view> kOfAdmin = {"MigrationLockRow", "MigrationRecord",
                                             "PermitPaperReplace", "PermitSealReplace"};

// Those whose rows a trigger keeps, whatever rights somebody has.
const std::set<std::string> kKeptByTriggers = {
    "audit",        "audit_seal",        "case_history", "ledger_entry", "payment_history",
    "permit_paper", "permit_revocation", "permit_seal",  "receipt",      "receipt_paper"};
constexpr int kSignalled = 1644;

const char* const kUsers[] = {"permit", "permit-admin", "permit-backup"};

class GrantsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    PrivateDatabase::Shared().Clear();
    std::string statements;
    for (const char* user : kUsers) {
      statements += "CREATE USER '" + std::string(user) + "'@'localhost';";
    }
    PrivateDatabase::Shared().server().Sql(statements + Grants("permit", "permit", "localhost"));
  }
  static void TearDownTestSuite() {
    for (const char* user : kUsers) {
      PrivateDatabase::Shared().server().Sql("DROP USER '" + std::string(user) + "'@'localhost'");
    }
  }

  static DatabaseOptions As(const std::string& user) {
    DatabaseOptions options = PrivateDatabase::Shared().options();
    options.user = user;
    return options;
  }
  // 0: it was done.
  static int Code(Database& database, const std::string& statement) {
    try {
      database.Run(statement);
      return 0;
    } catch (const StatementError& error) {
      return error.code();
    }
  }
  static std::vector<Row> FirstColumns() {
    return Database(PrivateDatabase::Shared().options())
        .Run(
            "SELECT table_name AS name, column_name AS first FROM information_schema.columns "
            "WHERE table_schema = DATABASE() AND ordinal_position = 1");
  }
  static std::string Change(const Row& table) {
    const std::string& first = table.Text("first");
    return "UPDATE " + table.Text("name") + " SET " + first + " = " + first;
  }

  Database web{As("permit")};
  Database admin{As("permit-admin")};
  Database backup{As("permit-backup")};
};

// An EXPLAIN asks for the rights of its statement.
int CodeOfExplaining(const DatabaseOptions& options, const Statement& statement) {
  const std::string text = "EXPLAIN " + std::string(statement.text);
  std::vector<Value> values;
  for (std::size_t at = text.find('?'); at != std::string::npos; at = text.find('?', at + 1)) {
    const bool count =
        text.substr(0, at).ends_with("LIMIT ") || text.substr(0, at).ends_with("OFFSET ");
    values.push_back(count ? Value(7) : Value("7"));
  }
  Database fresh(options);
  try {
    fresh.Query({statement.name, text}, values);
    return 0;
  } catch (const StatementError& error) {
    return error.code();
  }
}

TEST_F(GrantsTest, TheSiteMayRunEveryStatementOfItsOwn) {
  for (const Statement* statement : queries::kAll) {
    if (kOfAdmin.contains(statement->name)) continue;
    EXPECT_EQ(CodeOfExplaining(As("permit"), *statement), 0) << statement->name;
  }
}

TEST_F(GrantsTest, TheRestNeedsTheAdminUser) {
  for (const Statement* statement : queries::kAll) {
    if (!kOfAdmin.contains(statement->name)) continue;
    EXPECT_EQ(CodeOfExplaining(As("permit"), *statement), kRefused) << statement->name;
    EXPECT_EQ(CodeOfExplaining(As("permit-admin"), *statement), 0) << statement->name;
  }
}

TEST_F(GrantsTest, TheSiteNeitherChangesNorDeletesWhatIsAppendOnly) {
  std::size_t tried = 0;
  for (const Row& table : FirstColumns()) {
    const std::string& name = table.Text("name");
    if (!kAppendOnly.contains(name)) continue;
    ++tried;
    EXPECT_EQ(Code(web, Change(table)), kRefused) << name;
    EXPECT_EQ(Code(web, "DELETE FROM " + name), kRefused) << name;
    EXPECT_EQ(Code(admin, Change(table)), 0) << name;
  }
  EXPECT_EQ(tried, kAppendOnly.size());
}

TEST_F(GrantsTest, TheSiteDoesNotChangeTheSchema) {
  for (const Row& table : FirstColumns()) {
    const std::string& name = table.Text("name");
    EXPECT_EQ(Code(web, "SELECT 1 FROM " + name + " LIMIT 1"), 0) << name << ": no grant names it";
    EXPECT_EQ(Code(web, "TRUNCATE TABLE " + name), kRefused) << name;
    EXPECT_EQ(Code(web, "ALTER TABLE " + name + " ADD COLUMN more INT"), kRefused) << name;
    EXPECT_EQ(Code(web, "DROP TABLE " + name), kRefused) << name;
    EXPECT_EQ(Code(web, "CREATE TRIGGER t BEFORE INSERT ON " + name + " FOR EACH ROW SET @a = 1"),
              kRefused)
        << name;
  }
  EXPECT_EQ(Code(web, "CREATE TABLE mine (id INT PRIMARY KEY)"), kRefused);
  EXPECT_EQ(Code(web, "CREATE TEMPORARY TABLE mine (id INT PRIMARY KEY)"), kRefusedInSchema);
  EXPECT_EQ(Code(web, "INSERT INTO schema_migration VALUES (9999, 'f', '', NOW())"), kRefused);
  EXPECT_EQ(Code(admin, "CREATE TABLE mine (id INT PRIMARY KEY)"), 0);
  EXPECT_EQ(Code(admin, "DROP TABLE mine"), 0);
}

// "missing …; excess …", each right in the order of the server.
std::string Words(const RightsVerdict& verdict) {
  std::string words = "missing";
  for (const std::string& right : verdict.missing) words += " " + right;
  words += "; excess";
  for (const std::string& right : verdict.excess) words += " " + right;
  return words;
}

TEST_F(GrantsTest, TheRightsOfTheSiteAreComparedWithThese) {
  auto& server = PrivateDatabase::Shared().server();
  const auto compare = [&] { return CompareRights(web); };
  EXPECT_EQ(compare().user, "permit@localhost");
  EXPECT_FALSE(compare().owns);
  EXPECT_EQ(Words(compare()), "missing; excess");

  server.Sql("REVOKE INSERT ON permit.captcha FROM permit@localhost");
  server.Sql("GRANT DELETE ON permit.audit TO permit@localhost");
  EXPECT_EQ(Words(compare()), "missing INSERT on captcha; excess DELETE on audit");
  server.Sql("GRANT UPDATE (detail) ON permit.audit TO permit@localhost");
  EXPECT_EQ(Words(compare()),
            "missing INSERT on captcha; excess DELETE on audit UPDATE on audit.detail");
  server.Sql("REVOKE UPDATE (detail), DELETE ON permit.audit FROM permit@localhost");
  server.Sql("GRANT INSERT ON permit.* TO permit@localhost WITH GRANT OPTION");
  EXPECT_EQ(Words(compare()), "missing; excess GRANT OPTION on permit.* INSERT on permit.*");
  server.Sql("REVOKE INSERT, GRANT OPTION ON permit.* FROM permit@localhost");
  server.Sql("GRANT INSERT ON permit.captcha TO permit@localhost");
  server.Sql("GRANT FILE ON *.* TO permit@localhost");
  EXPECT_EQ(Words(compare()), "missing; excess FILE on *.*");
  server.Sql("REVOKE FILE ON *.* FROM permit@localhost");
  EXPECT_EQ(Words(compare()), "missing; excess");
}

TEST_F(GrantsTest, OfWhoMayDoEverythingNothingIsCompared) {
  const RightsVerdict verdict = CompareRights(admin);
  EXPECT_TRUE(verdict.owns);
  EXPECT_EQ(Words(verdict), "missing; excess");
  Database root(PrivateDatabase::Shared().options());
  EXPECT_TRUE(CompareRights(root).owns);
  EXPECT_FALSE(CompareRights(backup).owns);
  EXPECT_FALSE(CompareRights(backup).missing.empty());
}

TEST_F(GrantsTest, BackupsRead) {
  for (const Row& table : FirstColumns()) {
    const std::string& name = table.Text("name");
    EXPECT_EQ(Code(backup, "SELECT 1 FROM " + name + " LIMIT 1"), 0) << name;
    EXPECT_EQ(Code(backup, Change(table)), kRefused) << name;
    EXPECT_EQ(Code(backup, "DELETE FROM " + name), kRefused) << name;
  }
}

// A row in each of the tables.
class AppendOnlyTest : public GrantsTest {
 protected:
  AppendOnlyTest() {
    root.Run("SET sql_mode = '', foreign_key_checks = 0");
    admin.Run("SET foreign_key_checks = 0");  // the rows stand on no others
    for (const Row& table : FirstColumns()) {
      if (!kKeptByTriggers.contains(table.Text("name"))) continue;
      tables.push_back(table);
      root.Run("INSERT INTO " + table.Text("name") + " () VALUES ()");
    }
  }
  ~AppendOnlyTest() override { PrivateDatabase::Shared().Clear(); }

  static std::vector<std::string> Statements(const Row& table) {
    const std::string& name = table.Text("name");
    const std::string& first = table.Text("first");
    const std::string set = " SET " + first + " = " + first;
    return {"UPDATE " + name + set,
            "UPDATE IGNORE " + name + set,
            "DELETE FROM " + name,
            "DELETE IGNORE FROM " + name,
            "REPLACE INTO " + name + " SELECT * FROM " + name,
            "INSERT INTO " + name + " SELECT * FROM " + name + " AS s ON DUPLICATE KEY UPDATE " +
                name + "." + first + " = s." + first};
  }
  static std::string Triggers(Database& database, const std::string& schema) {
    return database
        .Run("SELECT COUNT(*) AS n FROM information_schema.triggers WHERE trigger_schema = '" +
             schema + "'")
        .at(0)
        .Text("n");
  }

  Database root{PrivateDatabase::Shared().options()};
  std::vector<Row> tables;
};

TEST_F(AppendOnlyTest, NobodyChangesOrDeletesARow) {
  ASSERT_EQ(tables.size(), kKeptByTriggers.size());
  for (const Row& table : tables) {
    for (const std::string& statement : Statements(table)) {
      EXPECT_EQ(Code(root, statement), kSignalled) << statement;
      EXPECT_EQ(Code(admin, statement), kSignalled) << statement;
      EXPECT_EQ(Code(web, statement), kRefused) << statement;
      EXPECT_EQ(Code(backup, statement), kRefused) << statement;
    }
    EXPECT_EQ(root.Run("SELECT 1 FROM " + table.Text("name")).size(), 1U);
  }
}

TEST_F(AppendOnlyTest, ASessionNamesTheTableThatItMustChange) {
  for (const Row& named : tables) {
    admin.Run("SET @append_only_except = '" + named.Text("name") + "'");
    for (const Row& table : tables) {
      EXPECT_EQ(Code(admin, Change(table)),
                named.Text("name") == table.Text("name") ? 0 : kSignalled)
          << table.Text("name") << " with " << named.Text("name");
    }
  }
  web.Run("SET @append_only_except = 'audit'");
  EXPECT_EQ(Code(web, "DELETE FROM audit"), kRefused) << "it is no right";
}

TEST_F(AppendOnlyTest, APaperIsDrawnAnewByItsStoreAlone) {
  const auto replace = [](Transaction& transaction) {
    ReplacePermitPaper(transaction, 0, ParseDate("2001-02-03").value(), "s", "pdf",
                       Instant{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}});
    ReplacePermitSeal(transaction, 0, {"TWNI001", "seal"});
  };
  admin.Transact(replace);
  EXPECT_EQ(root.Run("SELECT pdf FROM permit_paper").at(0).Text("pdf"), "pdf");
  EXPECT_EQ(root.Run("SELECT seal FROM permit_seal").at(0).Text("seal"), "seal");
  EXPECT_EQ(Code(admin, "UPDATE permit_paper SET pdf = 'x'"), kSignalled);
  EXPECT_EQ(Code(admin, "UPDATE permit_seal SET seal = 'x'"), kSignalled);
  EXPECT_THROW(web.Transact(replace), StatementError);
  EXPECT_TRUE(web.Run("SELECT @append_only_except AS name").at(0).IsNull("name"));
}

TEST_F(AppendOnlyTest, ABackupCarriesTheTriggers) {
  const std::string& socket = PrivateDatabase::Shared().server().socket();
  root.Run("CREATE DATABASE rehearsal");
  const std::string dump =
      "mariadb-dump --no-defaults --socket=" + socket +
      " --user=permit-backup --single-transaction --no-tablespaces --hex-blob permit"
      " | mariadb --no-defaults --socket=" +
      socket + " --user=root rehearsal";
  ASSERT_EQ(std::system(dump.c_str()), 0);
  EXPECT_EQ(Triggers(root, "rehearsal"), Triggers(root, "permit"));
  EXPECT_EQ(Triggers(root, "rehearsal"), std::to_string(2 * kKeptByTriggers.size()));
  EXPECT_EQ(root.Run("SELECT 1 FROM rehearsal.audit").size(), 1U);
  EXPECT_EQ(Code(root, "DELETE FROM rehearsal.audit"), kSignalled);
  EXPECT_EQ(Code(root, "UPDATE rehearsal.audit SET id = id"), kSignalled);
  root.Run("DROP DATABASE rehearsal");
}

TEST_F(GrantsTest, ANameIsNoStatement) {
  EXPECT_THROW(Grants("permit", "permit'@'%", "localhost"), std::invalid_argument);
  EXPECT_THROW(Grants("permit`", "permit", "localhost"), std::invalid_argument);
  EXPECT_THROW(Grants("permit", "permit", "a; DROP USER b"), std::invalid_argument);
}

}  // namespace
}  // namespace permit::sql
