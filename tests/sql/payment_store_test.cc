#include "sql/payment_store.h"

#include "sql/account_store.h"
#include "tests/support/payable_case.h"
#include "tests/support/private_database.h"

namespace permit::sql {
namespace {

using test::RowWatch;

class PaymentStoreTest : public test::DatabaseTest {
 protected:
  NewPayment Card(const std::string& reference) {
    return {.reference = reference,
            .account_id = account,
            .method = PaymentMethod::kCreditCard,
            .amount = 1000,
            .created_at = now,
            .expires_at = now + std::chrono::hours(72),
            .next_ask_at = now + std::chrono::minutes(15)};
  }
  PaymentRow Add(const NewPayment& payment) {
    return database.Transact([&](Transaction& transaction) {
      return AddPayment(transaction, payment, {{one.id, 1000}}, "account:1");
    });
  }
  bool Move(PaymentRow& payment, PaymentEvent event) {
    return database.Transact([&](Transaction& transaction) {
      return MovePayment(transaction, payment, {event, "gateway", "why"},
                         now + std::chrono::minutes(1));
    });
  }

  Instant now = StartOfDay(*ParseDate("2026/03/05"));
  std::uint64_t account = test::AddAccount(database, 1);
  std::uint64_t applicant = FindAccount(database, account)->applicant_id;
  test::PayableCase one = test::AddPayableCase(database, account, 1);
};

TEST_F(PaymentStoreTest, AddingWritesThePaymentItsCaseAndTheFirstLineOfItsHistory) {
  RowWatch watch(database);
  PaymentRow payment = Add(Card("P1"));
  EXPECT_EQ(watch.Changes(), "payment +1\npayment_case +1\npayment_history +1");
  auto found = FindPayment(database, "P1", applicant);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->payment.id, payment.id);
  EXPECT_EQ(found->payment.state, PaymentState::kCreated);
  EXPECT_EQ(found->payment.next_ask_at, now + std::chrono::minutes(15));
  ASSERT_EQ(found->cases.size(), 1u);
  EXPECT_EQ(found->cases[0].receipt_number, one.receipt_number);
  EXPECT_FALSE(FindPayment(database, "P1", applicant + 1)) << "found by a stranger";
}

TEST_F(PaymentStoreTest, ManyMoveTogetherOrTheTransactionIsGivenUp) {
  PaymentRow first = Add(Card("P1"));
  test::PayableCase another = test::AddPayableCase(database, account, 2);
  PaymentRow second = database.Transact([&](Transaction& transaction) {
    return AddPayment(transaction, Card("P2"), {{another.id, 1000}}, "account:1");
  });
  PaymentRow stale = second;
  auto move = [&](PaymentRow& other) {
    return database.Transact([&](Transaction& transaction) {
      PaymentRow copy = first;
      PaymentMove moves[] = {{&copy, {PaymentEvent::kVoid, "system", "why"}},
                             {&other, {PaymentEvent::kVoid, "system", "why"}}};
      bool moved = MovePayments(transaction, moves, now);
      if (!moved) transaction.Abandon();
      return moved;
    });
  };
  stale.state = PaymentState::kAtBank;
  RowWatch watch(database);
  EXPECT_FALSE(move(stale)) << "it is in another state by now";
  EXPECT_EQ(watch.Changes(), "");
  stale.state = PaymentState::kPaid;
  EXPECT_FALSE(move(stale)) << "there is no such edge";
  EXPECT_EQ(watch.Changes(), "");
  EXPECT_TRUE(move(second));
  EXPECT_EQ(watch.Changes(),
            "payment ~2 (state)\npayment_case ~2 (held_case_id)\npayment_history +2");
  EXPECT_EQ(second.state, PaymentState::kVoided);
}

TEST_F(PaymentStoreTest, TheDatabaseRefusesASecondOpenPaymentOfACase) {
  PaymentRow first = Add(Card("P1"));
  RowWatch watch(database);
  EXPECT_THROW(Add(Card("P2")), DuplicateKey);
  EXPECT_EQ(watch.Changes(), "");
  ASSERT_TRUE(Move(first, PaymentEvent::kVoid));
  EXPECT_NO_THROW(Add(Card("P2")));
}

TEST_F(PaymentStoreTest, AReferenceIsNeverUsedTwice) {
  PaymentRow first = Add(Card("P1"));
  Move(first, PaymentEvent::kVoid);
  EXPECT_THROW(Add(Card("P1")), DuplicateKey);
}

TEST_F(PaymentStoreTest, AMoveWritesTheStateAndOneLineOfHistory) {
  PaymentRow payment = Add(Card("P1"));
  RowWatch watch(database);
  EXPECT_TRUE(Move(payment, PaymentEvent::kSendToBank));
  EXPECT_EQ(watch.Changes(), "payment ~1 (state, state_since)\npayment_history +1");
  EXPECT_EQ(payment.state, PaymentState::kAtBank);
  auto history = PaymentHistory(database, payment.id);
  ASSERT_EQ(history.size(), 2u);
  EXPECT_EQ(history[1].event, "send-to-bank");
  EXPECT_EQ(history[1].from_state, "created");
  EXPECT_EQ(history[1].to_state, "at-bank");
  EXPECT_EQ(history[1].actor, "gateway");
}

TEST_F(PaymentStoreTest, AMoveWithoutAnEdgeChangesNothing) {
  PaymentRow payment = Add(Card("P1"));
  RowWatch watch(database);
  EXPECT_FALSE(Move(payment, PaymentEvent::kRevoke));
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(PaymentStoreTest, AMoveThatLostTheRaceChangesNothing) {
  PaymentRow payment = Add(Card("P1"));
  Move(payment, PaymentEvent::kSendToBank);
  PaymentRow stale = payment;
  ASSERT_TRUE(Move(payment, PaymentEvent::kVoid));
  RowWatch watch(database);
  EXPECT_FALSE(Move(stale, PaymentEvent::kAsk));
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(PaymentStoreTest, MoneyForAVoidedPaymentTakesItsCasesBack) {
  PaymentRow payment = Add(Card("P1"));
  Move(payment, PaymentEvent::kSendToBank);
  Move(payment, PaymentEvent::kVoid);
  RowWatch watch(database);
  EXPECT_TRUE(Move(payment, PaymentEvent::kSettle));
  EXPECT_EQ(watch.Changes(),
            "payment ~1 (state)\npayment_case ~1 (held_case_id)\npayment_history +1");
}

TEST_F(PaymentStoreTest, PayableCasesShowTheirOpenPayment) {
  auto before = PayableCases(database, applicant);
  ASSERT_EQ(before.size(), 1u);
  EXPECT_EQ(before[0].receipt_number, one.receipt_number);
  EXPECT_EQ(before[0].reference, "");
  Add(Card("P1"));
  auto after = PayableCases(database, applicant);
  ASSERT_EQ(after.size(), 1u);
  EXPECT_EQ(after[0].reference, "P1");
  EXPECT_EQ(after[0].method, PaymentMethod::kCreditCard);
  EXPECT_TRUE(PayableCases(database, applicant + 1).empty());
}

TEST_F(PaymentStoreTest, OnlyPaymentsThatAreDueAreToBeAsked) {
  Add(Card("P1"));
  EXPECT_TRUE(PaymentsToAsk(database, SettledBy::kGateway, now + std::chrono::minutes(14)).empty());
  EXPECT_EQ(PaymentsToAsk(database, SettledBy::kGateway, now + std::chrono::minutes(15)),
            std::vector<std::string>{"P1"});
  EXPECT_TRUE(
      PaymentsToAsk(database, SettledBy::kEGovernment, now + std::chrono::minutes(15)).empty());
}

}  // namespace
}  // namespace permit::sql
