#include "handlers/rules/payment_state.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace permit {
namespace {

using enum PaymentState;

std::vector<PaymentState> StatesAllowing(PaymentEvent event) {
  std::vector<PaymentState> states;
  for (PaymentState state : kPaymentStates) {
    if (NextPaymentState(state, event)) states.push_back(state);
  }
  return states;
}

TEST(PaymentStateTest, NoStateAndEventHaveTwoEdges) {
  std::set<std::pair<PaymentState, PaymentEvent>> seen;
  for (const PaymentEdge& edge : PaymentEdges()) {
    EXPECT_TRUE(seen.emplace(edge.from, edge.event).second)
        << Code(edge.from) << " " << Code(edge.event);
  }
}

TEST(PaymentStateTest, EveryStateIsReachableFromTheFirst) {
  std::set<PaymentState> reached = {kCreated};
  for (std::size_t round = 0; round < std::size(kPaymentStates); ++round) {
    for (const PaymentEdge& edge : PaymentEdges()) {
      if (reached.contains(edge.from)) reached.insert(edge.to);
    }
  }
  EXPECT_EQ(reached.size(), std::size(kPaymentStates));
}

TEST(PaymentStateTest, NothingLeavesPaidButARevokeAndThatNothingButTheCashier) {
  for (PaymentEvent event : kPaymentEvents) {
    EXPECT_EQ(NextPaymentState(kPaid, event).has_value(), event == PaymentEvent::kRevoke);
    EXPECT_EQ(NextPaymentState(kRevoked, event).has_value(), event == PaymentEvent::kMakeGood);
  }
  EXPECT_EQ(StatesAllowing(PaymentEvent::kRevoke), std::vector<PaymentState>{kPaid});
  EXPECT_TRUE(HoldsCases(kRevoked));
}

TEST(PaymentStateTest, MoneyCountsInWhateverOrderTheBanksMessagesCome) {
  for (PaymentState state : kPaymentStates) {
    if (state == kPaid || state == kCreated || state == kRevoked) continue;
    EXPECT_EQ(NextPaymentState(state, PaymentEvent::kSettle), kPaid) << Code(state);
  }
}

TEST(PaymentStateTest, AGatewayPaymentExpiresOnlyAfterTheQuestion) {
  EXPECT_EQ(StatesAllowing(PaymentEvent::kExpire),
            (std::vector<PaymentState>{kCreated, kAsking, kSlipOut}));
  EXPECT_EQ(NextPaymentState(kAtBank, PaymentEvent::kExpire), std::nullopt);
}

TEST(PaymentStateTest, OpenPaymentsAreThoseThatAnotherMethodVoids) {
  for (PaymentState state : {kCreated, kAtBank, kAsking, kSlipOut}) EXPECT_TRUE(IsOpen(state));
  for (PaymentState state : {kPaid, kFailed, kVoided, kExpired, kRevoked})
    EXPECT_FALSE(IsOpen(state));
  EXPECT_TRUE(HoldsCases(kPaid));
  EXPECT_TRUE(HoldsCases(kAsking));
  EXPECT_FALSE(HoldsCases(kVoided));
}

TEST(PaymentStateTest, ThePayerSeesTheQuestionAsBeingConfirmed) {
  EXPECT_EQ(PublicState(kAsking), PublicPaymentState::kBeingConfirmed);
  EXPECT_EQ(PublicState(kAtBank), PublicPaymentState::kAwaitingPayer);
  EXPECT_EQ(PublicState(kSlipOut), PublicPaymentState::kAwaitingPayer);
}

TEST(PaymentStateTest, CodesLeadBackToTheirStates) {
  std::set<std::string_view> codes;
  for (PaymentState state : kPaymentStates) {
    EXPECT_EQ(PaymentStateFromCode(Code(state)), state);
    EXPECT_TRUE(codes.insert(Code(state)).second);
  }
  for (PaymentEvent event : kPaymentEvents) EXPECT_TRUE(codes.insert(Code(event)).second);
  EXPECT_EQ(PaymentStateFromCode("nowhere"), std::nullopt);
}

}  // namespace
}  // namespace permit
