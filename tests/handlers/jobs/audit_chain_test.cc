#include "handlers/jobs/audit_chain.h"

#include <gmock/gmock.h>

#include <random>

#include "tests/support/numbers.h"
#include "tests/support/private_database.h"

namespace permit::test {
namespace {

using ::testing::IsEmpty;

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
constexpr std::chrono::seconds kAtOnce{0};

class AuditChainTest : public DatabaseTest {
 protected:
  AuditChainTest() : key(AuditKey("the secret of the tests")) { MayAlter(database); }

  static void MayAlter(sql::Database& database) {
    database.Run("SET @append_only_except = 'audit,audit_seal'");
  }

  void Write(int rows) {
    for (int i = 0; i < rows; ++i) {
      const std::string number = std::to_string(++written);
      sql::WriteAudit(database,
                      {"account:" + number, "login", "account:" + number, "from 192.0.2.1 王𠮷"},
                      kNow + std::chrono::seconds(written));
    }
  }
  AuditVerdict Verify() { return VerifyAudit(database, {key}); }
  std::uint64_t Count(const std::string& table) {
    return database.Run("SELECT COUNT(*) AS n FROM " + table).at(0).Uint("n");
  }
  std::uint64_t Id(int nth) {
    return database.Run("SELECT id FROM audit ORDER BY id LIMIT 1 OFFSET " + std::to_string(nth))
        .at(0)
        .Uint("id");
  }

  std::string key;
  int written = 0;
};

TEST_F(AuditChainTest, SealsWhatHasSettledAndNothingTwice) {
  Write(3);
  EXPECT_EQ(SealAudit(database, key), 0U) << "just written: a smaller id may still be committed";
  EXPECT_EQ(Verify().unsealed.rows, 3U);
  database.Run(
      "UPDATE audit SET inserted_at = inserted_at - INTERVAL 11 MINUTE ORDER BY id LIMIT 2");
  EXPECT_EQ(SealAudit(database, key), 2U);
  EXPECT_EQ(SealAudit(database, key), 0U);
  const AuditVerdict verdict = Verify();
  EXPECT_EQ(verdict.sealed, 2U);
  EXPECT_EQ(verdict.unsealed.rows, 1U);
  EXPECT_THAT(verdict.faults, IsEmpty());
}

// The second row is old, but an older one before it may belong to a transaction that goes on.
TEST_F(AuditChainTest, StopsAtTheFirstRowThatHasNotSettled) {
  Write(2);
  database.Run(
      "UPDATE audit SET inserted_at = inserted_at - INTERVAL 11 MINUTE ORDER BY id DESC LIMIT 1");
  EXPECT_EQ(SealAudit(database, key), 0U);
}

TEST_F(AuditChainTest, SealsMoreThanABatch) {
  database.Run(
      "INSERT INTO audit (at, actor, action, object) SELECT NOW(3), 'system', 'a', seq FROM " +
      NumbersTo(2500) + " ORDER BY seq");
  EXPECT_EQ(SealAudit(database, key, kAtOnce), 2500U);
  const AuditVerdict verdict = Verify();
  EXPECT_EQ(verdict.sealed, 2500U);
  EXPECT_THAT(verdict.faults, IsEmpty());
  database.Run("DELETE FROM audit WHERE object = '1000'");
  ASSERT_EQ(Verify().faults.size(), 1U);
  EXPECT_EQ(Verify().faults[0].sequence, 1000U);
}

// Rows are written while another transaction holds one that is not committed, and while it is
// sealed: nobody waits (innodb_lock_wait_timeout would end the test with an exception).
TEST_F(AuditChainTest, SealingAndWritingDoNotWaitForEachOther) {
  Write(2);
  sql::Database other(PrivateDatabase::Shared().options());
  other.Transact([&](sql::Transaction& open) {
    sql::WriteAudit(open, {"system", "a", "b", ""}, kNow);
    Write(1);
    EXPECT_EQ(SealAudit(database, key, kAtOnce), 3U);
  });
  // It had an id below one that was sealed, longer than a row takes to settle.
  const AuditVerdict verdict = Verify();
  ASSERT_EQ(verdict.faults.size(), 1U);
  EXPECT_EQ(verdict.faults[0].kind, AuditFault::Kind::kInserted);
}

TEST_F(AuditChainTest, OfTwoThatSealAtOnceOneDoes) {
  Write(2);
  const std::vector<sql::AuditSeal> late = {{1, Id(0), std::string(64, 'a')}};
  EXPECT_EQ(SealAudit(database, key, kAtOnce), 2U);
  EXPECT_THROW(database.Transact([&](sql::Transaction& transaction) {
    sql::InsertAuditSeals(transaction, late);
  }),
               sql::DuplicateKey);
  EXPECT_THAT(Verify().faults, IsEmpty());
}

TEST_F(AuditChainTest, NamesWhatWasDone) {
  Write(5);
  SealAudit(database, key, kAtOnce);
  const auto only = [&](const std::string& statement) {
    AuditVerdict verdict;
    database.Transact([&](sql::Transaction& transaction) {
      transaction.Execute({statement, statement});
      verdict = VerifyAudit(transaction, {key});
      transaction.Abandon();
    });
    return verdict.faults.size() == 1 ? std::string(Code(verdict.faults[0].kind)) + " " +
                                            std::to_string(verdict.faults[0].sequence) + " " +
                                            std::to_string(verdict.faults[0].audit_id)
                                      : std::to_string(verdict.faults.size()) + " faults";
  };
  const std::string third = std::to_string(Id(2));
  static const std::string change = "UPDATE audit SET detail = 'x' WHERE id = " + third;
  static const std::string removal = "DELETE FROM audit WHERE id = " + third;
  static const std::string seal = "DELETE FROM audit_seal WHERE sequence = 1";
  EXPECT_EQ(only(change), "changed 3 " + third);
  EXPECT_EQ(only(removal), "removed 3 " + third);
  // The second row's digest cannot be checked without it, and the first row has no seal.
  EXPECT_EQ(only(seal), "2 faults");
}

// Seals and rows at the end are taken away: the chain that is left is whole.
TEST_F(AuditChainTest, AShorterChainIsFoundAgainstALoggedHead) {
  Write(5);
  SealAudit(database, key, kAtOnce);
  const sql::AuditSeal head = sql::LastAuditSeal(database).value();
  EXPECT_THAT(VerifyAudit(database, {key}, {head}).faults, IsEmpty());
  database.Run("DELETE FROM audit ORDER BY id DESC LIMIT 2");
  database.Run("DELETE FROM audit_seal ORDER BY sequence DESC LIMIT 2");
  EXPECT_THAT(Verify().faults, IsEmpty());
  const auto cut = VerifyAudit(database, {key}, {head}).faults;
  ASSERT_EQ(cut.size(), 1U);
  EXPECT_EQ(cut[0].kind, AuditFault::Kind::kNoHead);
  Write(2);
  SealAudit(database, key, kAtOnce);
  EXPECT_EQ(VerifyAudit(database, {key}, {head}).faults.size(), 1U) << "grown again, other rows";
}

TEST_F(AuditChainTest, RowsUnderAFormerSecretStillFit) {
  Write(2);
  SealAudit(database, key, kAtOnce);
  const std::string next = AuditKey("the next secret of the tests");
  Write(2);
  SealAudit(database, next, kAtOnce);
  EXPECT_EQ(VerifyAudit(database, {next}).faults.size(), 2U);
  EXPECT_THAT(VerifyAudit(database, {next, key}).faults, IsEmpty());
}

// One alteration by somebody who can write to both tables, but has no key.
class Alterer {
 public:
  explicit Alterer(unsigned seed) : random_(seed) {}

  std::string Next(std::uint64_t first, std::uint64_t last, std::uint64_t seals) {
    const std::string row = std::to_string(Pick(first, last));
    const std::string seal = std::to_string(Pick(1, seals));
    const std::string salt = std::to_string(Pick(0, 1'000'000'000));
    const std::string where = " WHERE id = " + row;
    switch (Pick(0, 10)) {
      case 0:
        return "UPDATE audit SET actor = 'x" + salt + "'" + where;
      case 1:
        return "UPDATE audit SET action = 'x" + salt + "'" + where;
      case 2:
        return "UPDATE audit SET object = CONCAT(object, ' ')" + where;
      case 3:
        return "UPDATE audit SET detail = CONCAT(detail, 'x" + salt + "')" + where;
      case 4:
        return "UPDATE audit SET at = at + INTERVAL 1000 MICROSECOND" + where;
      case 5:
        return "UPDATE audit SET inserted_at = inserted_at - INTERVAL 1000 MICROSECOND" + where;
      case 6:
        return "DELETE FROM audit" + where;
      case 7:  // into a gap of the ids; behind the last it would be a row like any new one
        return "INSERT INTO audit (id, at, actor, action, object) VALUES (" +
               std::to_string(Pick(first, last - 1)) + ", NOW(3), '" + salt + "', 'x', 'x')";
      case 8:
        return "UPDATE audit_seal SET digest = SHA2('" + salt + "', 256) WHERE sequence = " + seal;
      case 9:  // a row's end moves to the next column
        return "UPDATE audit SET actor = CONCAT(actor, LEFT(action, 1)), action = SUBSTR(action, "
               "2)" +
               where;
      default:  // the next but one takes its place
        return "UPDATE audit SET id = id + 1" + where;
    }
  }

 private:
  std::uint64_t Pick(std::uint64_t least, std::uint64_t most) {
    return std::uniform_int_distribution<std::uint64_t>(least, most)(random_);
  }
  std::mt19937 random_;
};

TEST_F(AuditChainTest, EveryAlterationIsFound) {
  Write(40);
  // Every other id is free, as after transactions that were rolled back.
  database.Run("UPDATE audit SET id = 1000000 + 2 * id ORDER BY id DESC");
  ASSERT_EQ(SealAudit(database, key, kAtOnce), 40U);
  ASSERT_THAT(Verify().faults, IsEmpty());
  const std::uint64_t first = Id(0);
  Alterer alterer(7);
  int altered = 0;
  for (int tries = 0; altered < 1000 && tries < 10'000; ++tries) {
    const std::string statement = alterer.Next(first, first + 78, 40);
    sql::Database fresh(PrivateDatabase::Shared().options());
    MayAlter(fresh);
    fresh.Transact([&](sql::Transaction& transaction) {
      try {
        if (transaction.Execute({"Alteration", statement}) == 0) return transaction.Abandon();
      } catch (const sql::DuplicateKey&) {
        return transaction.Abandon();
      }
      ++altered;
      EXPECT_FALSE(VerifyAudit(transaction, {key}).faults.empty()) << statement;
      transaction.Abandon();
    });
  }
  EXPECT_EQ(altered, 1000);
  EXPECT_THAT(Verify().faults, IsEmpty());
}

// Whole rows and seals changed against each other, as somebody who knows the layout would.
TEST_F(AuditChainTest, RowsThatChangePlacesAreFound) {
  Write(6);
  SealAudit(database, key, kAtOnce);
  const std::string a = std::to_string(Id(1));
  const std::string b = std::to_string(Id(3));
  database.Run("UPDATE audit SET id = 0 WHERE id = " + a);
  database.Run("UPDATE audit SET id = " + a + " WHERE id = " + b);
  database.Run("UPDATE audit SET id = " + b + " WHERE id = 0");
  EXPECT_EQ(Verify().faults.size(), 2U);
  // Their seals with them, digests included.
  database.Run("UPDATE audit_seal SET audit_id = 0 WHERE audit_id = " + a);
  database.Run("UPDATE audit_seal SET audit_id = " + a + " WHERE audit_id = " + b);
  database.Run("UPDATE audit_seal SET audit_id = " + b + " WHERE audit_id = 0");
  EXPECT_FALSE(Verify().faults.empty());
}

}  // namespace
}  // namespace permit::test
