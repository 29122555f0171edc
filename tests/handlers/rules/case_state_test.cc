#include "handlers/rules/case_state.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace permit {
namespace {

using enum CaseState;
using enum CaseEvent;

constexpr CaseEvent kEvents[] = {kStartReview,
                                 kPassFirstReview,
                                 kApprove,
                                 kDisapprove,
                                 kNotAccept,
                                 kReturnForCorrection,
                                 kReturnForDocuments,
                                 kAnswer,
                                 kWithdraw,
                                 kRequestPayment,
                                 kSettle,
                                 kIssue,
                                 kClose,
                                 kRecall,
                                 kLapse};

constexpr std::optional<ReviewStage> kStages[] = {std::nullopt, ReviewStage::kFirst,
                                                  ReviewStage::kSecond};

// The law once more, by state: what may happen in it and where it leads, but for what leads back to
// the review.
const std::map<CaseState, std::map<CaseEvent, CaseState>> kExpected = {
    {kSubmitted, {{kStartReview, kFirstReview}, {kWithdraw, kWithdrawn}}},
    {kFirstReview,
     {{kPassFirstReview, kSecondReview},
      {kDisapprove, kDisapproved},
      {kNotAccept, kNotAccepted},
      {kReturnForCorrection, kReturnedForCorrection},
      {kReturnForDocuments, kReturnedForDocuments},
      {kWithdraw, kWithdrawn}}},
    {kSecondReview,
     {{kApprove, kApproved},
      {kDisapprove, kDisapproved},
      {kNotAccept, kNotAccepted},
      {kReturnForCorrection, kReturnedForCorrection},
      {kReturnForDocuments, kReturnedForDocuments},
      {kWithdraw, kWithdrawn}}},
    {kReturnedForCorrection, {{kWithdraw, kWithdrawn}, {kLapse, kNotAccepted}}},
    {kReturnedForDocuments, {{kWithdraw, kWithdrawn}, {kLapse, kNotAccepted}}},
    {kApproved, {{kRequestPayment, kAwaitingPayment}, {kIssue, kIssued}, {kClose, kNotAccepted}}},
    {kAwaitingPayment, {{kSettle, kPaid}, {kClose, kNotAccepted}, {kLapse, kNotAccepted}}},
    {kPaid, {{kIssue, kIssued}, {kClose, kNotAccepted}}},
};

std::optional<CaseState> Expected(CaseState from, CaseEvent event,
                                  std::optional<ReviewStage> returned_by) {
  if (event == kAnswer || event == kRecall) {
    bool returned = from == kReturnedForCorrection || from == kReturnedForDocuments;
    if (!returned || !returned_by) return std::nullopt;
    return *returned_by == ReviewStage::kFirst ? kFirstReview : kSecondReview;
  }
  auto state = kExpected.find(from);
  if (state == kExpected.end()) return std::nullopt;
  auto edge = state->second.find(event);
  if (edge == state->second.end()) return std::nullopt;
  return edge->second;
}

TEST(CaseState, EveryStateAnswersEveryEventAsTheLawSays) {
  for (CaseState from : kCaseStates) {
    for (CaseEvent event : kEvents) {
      for (auto stage : kStages) {
        EXPECT_EQ(NextCaseState(from, event, stage), Expected(from, event, stage))
            << Code(from) << " + " << Code(event);
      }
    }
  }
}

TEST(CaseState, EveryEdgeOfTheTableIsTaken) {
  std::set<std::pair<CaseState, CaseState>> taken;
  for (CaseState from : kCaseStates) {
    for (CaseEvent event : kEvents) {
      for (auto stage : kStages) {
        if (auto to = NextCaseState(from, event, stage)) taken.emplace(from, *to);
      }
    }
  }
  for (const CaseEdge& edge : CaseEdges()) {
    EXPECT_TRUE(taken.count({edge.from, edge.to})) << Code(edge.from) << " " << Code(edge.event);
  }
}

TEST(CaseState, EveryStateIsReachedFromSubmitted) {
  std::set<CaseState> reached = {kSubmitted};
  for (std::size_t before = 0; before != reached.size();) {
    before = reached.size();
    for (const CaseEdge& edge : CaseEdges()) {
      if (reached.count(edge.from)) reached.insert(edge.to);
    }
  }
  EXPECT_EQ(reached.size(), std::size(kCaseStates));
}

enum class Mover { kStudent, kAgency, kSystem };

// Who brings an event about; a new event does not compile without one.
Mover MoverOf(CaseEvent event) {
  switch (event) {
    case kAnswer:
    case kWithdraw:
    case kSettle:
      return Mover::kStudent;
    case kStartReview:
    case kPassFirstReview:
    case kApprove:
    case kDisapprove:
    case kNotAccept:
    case kReturnForCorrection:
    case kReturnForDocuments:
    case kClose:
    case kRecall:
      return Mover::kAgency;
    case kRequestPayment:
    case kIssue:
    case kLapse:
      return Mover::kSystem;
  }
  return Mover::kSystem;
}

// The open states from which those alone can bring a case to an end.
std::set<CaseState> StatesWithAWayOut(const std::set<Mover>& movers,
                                      const std::set<CaseEvent>& without = {}) {
  std::set<CaseState> out;
  for (std::size_t before = 1; before != out.size();) {
    before = out.size();
    for (const CaseEdge& edge : CaseEdges()) {
      if (!movers.count(MoverOf(edge.event)) || without.count(edge.event)) continue;
      if (!IsOpen(edge.to) || out.count(edge.to)) out.insert(edge.from);
    }
    if (out.empty()) break;
  }
  return out;
}

std::set<CaseState> OpenStates() {
  std::set<CaseState> open;
  for (CaseState state : kCaseStates) {
    if (IsOpen(state)) open.insert(state);
  }
  return open;
}

TEST(CaseState, TheStudentHasAWayToAnEndFromEveryOpenState) {
  EXPECT_EQ(StatesWithAWayOut({Mover::kStudent, Mover::kSystem}, {kLapse}), OpenStates());
}

TEST(CaseState, TheAgencyHasAWayToAnEndFromEveryOpenStateWithoutStudentOrTime) {
  EXPECT_EQ(StatesWithAWayOut({Mover::kAgency}), OpenStates());
}

TEST(CaseState, WhatWaitsForTheStudentEndsByTimeAlone) {
  for (CaseState state : {kReturnedForCorrection, kReturnedForDocuments, kAwaitingPayment}) {
    EXPECT_EQ(NextCaseState(state, kLapse), kNotAccepted) << Code(state);
  }
  EXPECT_EQ(StatesAllowing(kLapse).size(), 3u);
}

TEST(CaseState, ARecallLeadsWhereAnAnswerLeads) {
  for (CaseState state : kCaseStates) {
    for (auto stage : kStages) {
      EXPECT_EQ(NextCaseState(state, kRecall, stage), NextCaseState(state, kAnswer, stage))
          << Code(state);
    }
  }
}

TEST(CaseState, AStudentMayWithdrawUntilTheReviewIsFinished) {
  EXPECT_EQ(StatesAllowing(kWithdraw),
            (std::vector{kSubmitted, kFirstReview, kSecondReview, kReturnedForCorrection,
                         kReturnedForDocuments}));
}

TEST(CaseState, AReturnedCaseIsListedOnceForAnswers) {
  EXPECT_EQ(StatesAllowing(kAnswer), (std::vector{kReturnedForCorrection, kReturnedForDocuments}));
}

TEST(CaseState, ACaseIsOpenUntilItIsIssuedRefusedOrWithdrawn) {
  const std::set<CaseState> closed = {kDisapproved, kNotAccepted, kWithdrawn, kIssued};
  for (CaseState state : kCaseStates) EXPECT_EQ(IsOpen(state), !closed.count(state)) << Code(state);
}

TEST(CaseState, OnlyTheReviewsHaveAStage) {
  for (CaseState state : kCaseStates) {
    EXPECT_EQ(StageOf(state).has_value(), state == kFirstReview || state == kSecondReview);
  }
  EXPECT_EQ(StageOf(kSecondReview), ReviewStage::kSecond);
}

TEST(CaseState, CodesAreDistinctAndReadBack) {
  std::set<std::string_view> codes;
  for (CaseState state : kCaseStates) {
    EXPECT_TRUE(codes.insert(Code(state)).second);
    EXPECT_EQ(CaseStateFromCode(Code(state)), state);
  }
  for (CaseEvent event : kEvents) {
    EXPECT_TRUE(codes.insert(Code(event)).second);
    EXPECT_EQ(CaseEventFromCode(Code(event)), event);
  }
  for (Service service : kServices) EXPECT_EQ(ServiceFromCode(Code(service)), service);
  EXPECT_EQ(ReviewStageFromCode("second"), ReviewStage::kSecond);
  EXPECT_FALSE(CaseStateFromCode("").has_value());
  EXPECT_FALSE(CaseEventFromCode("submitted").has_value());
  EXPECT_FALSE(ServiceFromCode("Exchange").has_value());
}

}  // namespace
}  // namespace permit
