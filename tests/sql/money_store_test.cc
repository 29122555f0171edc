#include "sql/money_store.h"

#include "tests/support/private_database.h"

namespace permit::sql {
namespace {

using test::RowWatch;

constexpr Date kDay{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{5}};

class MoneyStoreTest : public test::DatabaseTest {
 protected:
  // False: it is known already.
  bool Found(const std::string& cause) {
    try {
      database.Transact([&](Transaction& transaction) {
        AddExceptions(transaction, {{.cause = cause,
                                     .kind = MoneyException::kUnknownNumber,
                                     .number = "1385080000000000",
                                     .amount = 300,
                                     .paid_on = kDay,
                                     .found_at = now}});
      });
    } catch (const DuplicateKey&) {
      return false;
    }
    return true;
  }

  Instant now = StartOfDay(kDay);
};

TEST_F(MoneyStoreTest, ABookingThatDoesNotBalanceIsNotMade) {
  LedgerLeg leg{LedgerAccount::kCollector, PaymentMethod::kWebAtm, std::nullopt, 1};
  RowWatch watch(database);
  EXPECT_THROW(database.Transact([&](Transaction& transaction) {
    Book(transaction, {"odd", kDay, std::nullopt, now}, {&leg, 1});
  }),
               std::logic_error);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(MoneyStoreTest, TheSameBookingIsMadeOnce) {
  auto legs = PostException(std::nullopt, 300);
  auto book = [&] {
    database.Transact([&](Transaction& transaction) {
      Book(transaction, {"once", kDay, std::nullopt, now}, legs);
    });
  };
  RowWatch watch(database);
  book();
  EXPECT_EQ(watch.Changes(), "ledger_entry +2");
  EXPECT_THROW(book(), DuplicateKey);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(MoneyStoreTest, SumsAreByDayMethodBookAndItem) {
  FeePaid fees[] = {{Service::kExchange, 1000}, {Service::kExtension, 300}};
  database.Transact([&](Transaction& transaction) {
    Book(transaction, {"a", kDay, std::nullopt, now}, PostFees(PaymentMethod::kWebAtm, fees));
    Book(transaction, {"b", AddDays(kDay, 1), std::nullopt, now}, PostException(std::nullopt, 5));
  });
  auto sums = LedgerSums(database, kDay, kDay);
  ASSERT_EQ(sums.size(), 3u);
  std::int64_t total = 0;
  for (const LedgerSum& sum : sums) total += sum.total;
  EXPECT_EQ(total, 0);
  EXPECT_EQ(LedgerSums(database, kDay, AddDays(kDay, 1)).size(), 5u);
}

TEST_F(MoneyStoreTest, AnExceptionIsKnownByItsCauseAndClosedOnce) {
  RowWatch watch(database);
  EXPECT_TRUE(Found("line:1"));
  EXPECT_FALSE(Found("line:1"));
  EXPECT_EQ(watch.Changes(), "payment_exception +1");
  auto open = OpenExceptions(database, 10);
  ASSERT_EQ(open.size(), 1u);
  EXPECT_EQ(open[0].kind, MoneyException::kUnknownNumber);
  auto close = [&] {
    return database.Transact([&](Transaction& transaction) {
      return CloseException(transaction, open[0].id, "cashier:lin", "sent back", now);
    });
  };
  EXPECT_TRUE(close());
  EXPECT_FALSE(close());
  EXPECT_TRUE(OpenExceptions(database, 10).empty());
}

}  // namespace
}  // namespace permit::sql
