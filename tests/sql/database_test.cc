#include "sql/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "tests/support/cutting_proxy.h"
#include "tests/support/private_database.h"

namespace permit::sql {
namespace {

using test::CuttingProxy;
using test::PrivateDatabase;

const Statement kCreate{
    "TestCreate", "INSERT INTO thing (id, n, words, bytes, at, day) VALUES (?, ?, ?, ?, ?, ?)"};
const Statement kRead{"TestRead", "SELECT id, n, words, bytes, at, day FROM thing WHERE id = ?"};
const Statement kAdd{"TestAdd", "UPDATE thing SET n = n + ? WHERE id = ?"};
const Statement kCount{"TestCount", "SELECT COUNT(*) AS n FROM thing"};
const Statement kConnectionId{"TestConnection", "SELECT CONNECTION_ID() AS id"};

class DatabaseLayerTest : public ::testing::Test {
 protected:
  DatabaseLayerTest() {
    Database server(PrivateDatabase::Shared().options(""));
    server.Run("DROP DATABASE IF EXISTS layer");
    server.Run("CREATE DATABASE layer");
    database.Run(
        "CREATE TABLE thing (id INT NOT NULL PRIMARY KEY, n BIGINT UNSIGNED, words VARCHAR(100), "
        "bytes MEDIUMBLOB, at DATETIME(3), day DATE, UNIQUE KEY thing_words (words)) "
        "CHARSET=utf8mb4 COLLATE=utf8mb4_bin");
  }

  DatabaseOptions options() { return PrivateDatabase::Shared().options("layer"); }

  void Insert(int id) { database.Execute(kCreate, {id, 0, nullptr, nullptr, nullptr, nullptr}); }
  std::uint64_t Number(int id) { return database.QueryOne(kRead, {id})->Uint("n"); }

  void KillConnectionOf(Executor& executor) {
    std::string id = executor.QueryOne(kConnectionId)->Text("id");
    Database other(options());
    other.Run("KILL " + id);
    // Gone when the server lists it no more.
    while (!other.Run("SELECT id FROM information_schema.processlist WHERE id = " + id).empty()) {
    }
  }

  Database database{options()};
};

TEST_F(DatabaseLayerTest, ValuesComeBackAsTheyWent) {
  std::string bytes("\0\xff\xfe binary", 10);
  Instant at = std::chrono::sys_days{std::chrono::year{2026} / 2 / 28} + std::chrono::hours(23) +
               std::chrono::milliseconds(59'999);
  Date day = std::chrono::year{2024} / 2 / 29;
  database.Execute(kCreate, {1, 18446744073709551615U, "𠮷𡘙 'quoted' \\", Blob{bytes}, at, day});
  Row row = *database.QueryOne(kRead, {1});
  EXPECT_EQ(row.Int("id"), 1);
  EXPECT_EQ(row.Uint("n"), 18446744073709551615U);
  EXPECT_EQ(row.Text("words"), "𠮷𡘙 'quoted' \\");
  EXPECT_EQ(row.Text("bytes"), bytes);
  EXPECT_EQ(row.Time("at"), at);
  EXPECT_EQ(row.Day("day"), day);
}

TEST_F(DatabaseLayerTest, NullIsNotEmpty) {
  Insert(1);
  database.Execute(kCreate, {2, 0, "", Blob{""}, std::optional<Instant>(), std::optional<Date>()});
  Row null = *database.QueryOne(kRead, {1});
  Row empty = *database.QueryOne(kRead, {2});
  EXPECT_TRUE(null.IsNull("words"));
  EXPECT_FALSE(empty.IsNull("words"));
  EXPECT_EQ(empty.Text("bytes"), "");
  EXPECT_EQ(empty.OptionalTime("at"), std::nullopt);
  EXPECT_THROW(null.Text("words"), std::logic_error);
  EXPECT_THROW(null.Text("no_such_column"), std::logic_error);
}

TEST_F(DatabaseLayerTest, LargeBlobsGoInWhole) {
  std::string large(3 << 20, 'x');
  for (std::size_t i = 0; i < large.size(); i += 997) large[i] = static_cast<char>(i);
  database.Execute(kCreate, {1, 0, nullptr, Blob{large}, nullptr, nullptr});
  EXPECT_EQ(database.QueryOne(kRead, {1})->Text("bytes"), large);
}

TEST_F(DatabaseLayerTest, MatchedRowsAreCountedWhetherChangedOrNot) {
  Insert(1);
  EXPECT_EQ(database.Execute(kAdd, {0, 1}), 1U);
  EXPECT_EQ(database.Execute(kAdd, {1, 99}), 0U);
}

TEST_F(DatabaseLayerTest, ADuplicateNamesItsKey) {
  Insert(1);
  database.Execute(kCreate, {2, 0, "taken", nullptr, nullptr, nullptr});
  try {
    database.Execute(kCreate, {3, 0, "taken", nullptr, nullptr, nullptr});
    FAIL();
  } catch (const DuplicateKey& duplicate) {
    EXPECT_EQ(duplicate.key(), "thing_words");
  }
  try {
    Insert(1);
    FAIL();
  } catch (const DuplicateKey& duplicate) {
    EXPECT_EQ(duplicate.key(), "PRIMARY");
  }
}

TEST_F(DatabaseLayerTest, AnExceptionRollsBackAndPassesThrough) {
  EXPECT_THROW(database.Transact([&](Transaction& transaction) {
    transaction.Execute(kCreate, {1, 0, nullptr, nullptr, nullptr, nullptr});
    throw std::domain_error("no");
  }),
               std::domain_error);
  EXPECT_EQ(database.QueryOne(kCount)->Int("n"), 0);
}

TEST_F(DatabaseLayerTest, AnAbandonedTransactionLeavesNothingAndGivesItsResult) {
  int result = database.Transact([&](Transaction& transaction) {
    transaction.Execute(kCreate, {1, 0, nullptr, nullptr, nullptr, nullptr});
    transaction.Abandon();
    return 7;
  });
  EXPECT_EQ(result, 7);
  EXPECT_EQ(database.QueryOne(kCount)->Int("n"), 0);
}

TEST_F(DatabaseLayerTest, TransactionsDoNotNest) {
  EXPECT_THROW(database.Transact([&](Transaction&) { database.Transact([](Transaction&) {}); }),
               std::logic_error);
  EXPECT_THROW(database.Transact([&](Transaction&) { database.Query(kCount); }), std::logic_error);
  Insert(1);
}

// Two transactions take two rows in opposite order; one is chosen as the victim and runs again.
TEST_F(DatabaseLayerTest, ADeadlockIsRunAgain) {
  Insert(1);
  Insert(2);
  std::mutex mutex;
  std::condition_variable changed;
  int holding = 0;
  std::atomic<int> runs = 0;
  auto crossing = [&](int first, int second) {
    Database mine(options());
    bool met = false;
    mine.Transact([&](Transaction& transaction) {
      ++runs;
      transaction.Execute(kAdd, {1, first});
      if (!met) {
        met = true;
        std::unique_lock lock(mutex);
        ++holding;
        changed.notify_all();
        changed.wait(lock, [&] { return holding == 2; });
      }
      transaction.Execute(kAdd, {1, second});
    });
  };
  std::thread other([&] { crossing(2, 1); });
  crossing(1, 2);
  other.join();
  EXPECT_GE(runs, 3);
  EXPECT_EQ(Number(1), 2U);
  EXPECT_EQ(Number(2), 2U);
}

// Eight tries of five seconds would keep a worker for forty.
TEST_F(DatabaseLayerTest, ALockThatStaysHeldIsWaitedForOnce) {
  Insert(1);
  Database other(options());
  other.Transact([&](Transaction& holding) {
    holding.Execute(kAdd, {1, 1});
    int runs = 0;
    EXPECT_THROW(database.Transact([&](Transaction& transaction) {
      ++runs;
      transaction.Execute(kAdd, {1, 1});
    }),
                 Unavailable);
    EXPECT_EQ(runs, 1);
    const std::uint64_t sent = database.statements_sent();
    EXPECT_THROW(database.Execute(kAdd, {1, 1}), Unavailable);
    EXPECT_EQ(database.statements_sent() - sent, 1u);
  });
  Insert(2);
  EXPECT_EQ(Number(1), 1U) << "the link is sound, and nothing of it was done";
}

TEST_F(DatabaseLayerTest, AKilledConnectionIsReplacedBehindAQuery) {
  Insert(1);
  KillConnectionOf(database);
  EXPECT_EQ(Number(1), 0U);
}

TEST_F(DatabaseLayerTest, AKilledConnectionIsReplacedBehindATransaction) {
  Insert(1);
  int runs = 0;
  database.Transact([&](Transaction& transaction) {
    transaction.Execute(kAdd, {1, 1});
    if (++runs == 1) KillConnectionOf(transaction);
    transaction.Execute(kAdd, {1, 1});
  });
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(Number(1), 2U);
}

// Whether the server had the COMMIT is either known (then it is run again) or said to be unknown;
// it is never taken for done.
TEST_F(DatabaseLayerTest, ACommitOnAKilledConnectionIsNeverTakenForDone) {
  Insert(1);
  int runs = 0;
  bool unknown = false;
  try {
    database.Transact([&](Transaction& transaction) {
      transaction.Execute(kAdd, {1, 1});
      if (++runs == 1) KillConnectionOf(transaction);
    });
  } catch (const OutcomeUnknown&) {
    unknown = true;
  }
  EXPECT_EQ(Number(1), unknown ? 0U : 1U);
  EXPECT_EQ(runs, unknown ? 1 : 2);
}

class CommitLostTest : public DatabaseLayerTest,
                       public ::testing::WithParamInterface<CuttingProxy::Cut> {};

INSTANTIATE_TEST_SUITE_P(Both, CommitLostTest,
                         ::testing::Values(CuttingProxy::Cut::kBeforeTheServer,
                                           CuttingProxy::Cut::kAfterTheServer));

TEST_P(CommitLostTest, TheOutcomeIsUnknownAndAKeyTellsIt) {
  Insert(1);
  CuttingProxy proxy(options().socket, GetParam());
  DatabaseOptions through = options();
  through.socket = proxy.path();
  {
    Database mine(through);
    int runs = 0;
    auto once = [&](Transaction& transaction) {
      ++runs;
      try {
        transaction.Execute(kCreate, {100, 0, "key", nullptr, nullptr, nullptr});
      } catch (const DuplicateKey&) {
        return;
      }
      transaction.Execute(kAdd, {1, 1});
    };
    EXPECT_THROW(mine.Transact(once), OutcomeUnknown);
    mine.Transact(once);
    EXPECT_EQ(runs, 2);
  }
  EXPECT_EQ(Number(1), 1U);
}

TEST_F(DatabaseLayerTest, AServerAwayIsUnavailableAndComesBackByItself) {
  Insert(1);
  PrivateDatabase::Shared().server().Stop();
  EXPECT_THROW(database.Query(kCount), Unavailable);
  EXPECT_THROW(database.Execute(kAdd, {1, 1}), Unavailable);
  EXPECT_THROW(database.Transact([](Transaction&) {}), Unavailable);
  PrivateDatabase::Shared().server().Start();
  EXPECT_EQ(database.Execute(kAdd, {1, 1}), 1U);
  EXPECT_EQ(Number(1), 1U);
}

TEST_F(DatabaseLayerTest, WhatWasCommittedOutlivesAKilledServer) {
  Insert(1);
  database.Transact([&](Transaction& transaction) { transaction.Execute(kAdd, {5, 1}); });
  PrivateDatabase::Shared().server().Kill();
  PrivateDatabase::Shared().server().Start();
  EXPECT_EQ(Number(1), 5U);
}

TEST_F(DatabaseLayerTest, AColumnAddedMeanwhileDoesNotDisturb) {
  Insert(1);
  EXPECT_EQ(Number(1), 0U);
  Database other(options());
  other.Run("ALTER TABLE thing ADD COLUMN extra INT, MODIFY words VARCHAR(200)");
  EXPECT_EQ(Number(1), 0U);
}

TEST_F(DatabaseLayerTest, StatementsAreCounted) {
  Insert(1);
  std::uint64_t before = database.statements_sent();
  Number(1);
  EXPECT_EQ(database.statements_sent() - before, 1U);
  database.Transact([&](Transaction& transaction) { transaction.Execute(kAdd, {1, 1}); });
  EXPECT_EQ(database.statements_sent() - before, 4U);
}

}  // namespace
}  // namespace permit::sql
