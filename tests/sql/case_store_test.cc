#include "sql/case_store.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "sql/account_store.h"
#include "tests/support/payable_case.h"
#include "tests/support/private_database.h"

namespace permit::sql {
namespace {

using test::PrivateDatabase;

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 5}};

class CaseStoreTest : public test::DatabaseTest {
 protected:
  CaseStoreTest() : made(test::AddPayableCase(database, test::AddAccount(database, 1), 1)) {
    SetState("submitted");
  }

  void SetState(const std::string& state) {
    database.Run("UPDATE application_case SET returned_by = NULL, state = '" + state + "'");
  }
  MoveResult Move(CaseEvent event, const std::string& opinion = "") {
    return database.Transact([&](Transaction& transaction) {
      return MoveCase(transaction, made.id, event, "reviewer:r", opinion, kNow);
    });
  }
  CaseState State() { return FindCase(database, made.id)->state; }

  test::PayableCase made;
};

TEST_F(CaseStoreTest, AMoveChangesTheStateAndAddsOneRowOfHistory) {
  test::RowWatch rows(database);
  MoveResult moved = Move(CaseEvent::kStartReview, "begun");
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved->from, CaseState::kSubmitted);
  EXPECT_EQ(moved->to, CaseState::kFirstReview);
  EXPECT_EQ(rows.Changes(), "application_case ~1 (state, state_since)\ncase_history +1");
  CaseHistoryRow last = CaseHistory(database, made.id).back();
  EXPECT_EQ(last.id, moved->history_id);
  EXPECT_EQ(last.actor, "reviewer:r");
  EXPECT_EQ(last.event, CaseEvent::kStartReview);
  EXPECT_EQ(last.from, CaseState::kSubmitted);
  EXPECT_EQ(last.opinion, "begun");
}

TEST_F(CaseStoreTest, AMoveWithoutAnEdgeChangesNothing) {
  test::RowWatch rows(database);
  MoveResult moved = Move(CaseEvent::kSettle);
  EXPECT_EQ(moved.error().reason, MoveRefusal::kNotPossible);
  EXPECT_EQ(moved.error().from, CaseState::kSubmitted);
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(CaseStoreTest, AnUnknownCaseIsSaidToBeUnknown) {
  made.id += 1000;
  EXPECT_EQ(Move(CaseEvent::kStartReview).error().reason, MoveRefusal::kUnknownCase);
}

TEST_F(CaseStoreTest, AnAnswerLeadsBackToTheReviewThatReturned) {
  for (auto [state, review] : {std::pair{"first-review", CaseState::kFirstReview},
                               std::pair{"second-review", CaseState::kSecondReview}}) {
    SetState(state);
    Move(CaseEvent::kReturnForDocuments, "please");
    EXPECT_EQ(State(), CaseState::kReturnedForDocuments);
    Move(CaseEvent::kAnswer);
    EXPECT_EQ(State(), review);
  }
}

TEST_F(CaseStoreTest, APermitHasOneOpenCaseAtMost) {
  Case first = *FindCase(database, made.id);
  auto insert = [&](const std::string& receipt) {
    return database.Transact([&](Transaction& transaction) {
      NewCase fresh{.receipt_number = receipt,
                    .group_id = first.group_id,
                    .account_id = first.account_id,
                    .applicant_id = first.applicant_id,
                    .permit_id = first.permit_id,
                    .form = {}};
      std::optional<std::uint64_t> id = InsertCase(transaction, fresh, "student:s", kNow);
      if (!id) transaction.Abandon();
      return id.has_value();
    });
  };
  for (const char* open : {"submitted", "first-review", "second-review", "returned-for-correction",
                           "returned-for-documents", "approved", "awaiting-payment", "paid"}) {
    SetState(open);
    EXPECT_FALSE(insert("115695299998")) << open;
  }
  for (const char* ended : {"issued", "disapproved", "not-accepted", "withdrawn"}) {
    SetState(ended);
    EXPECT_TRUE(insert("115695299999")) << ended;
    database.Run("SET @append_only_except = 'case_history'");
    database.Run("DELETE FROM case_history WHERE case_id <> " + std::to_string(made.id));
    database.Run("DELETE FROM application_case WHERE id <> " + std::to_string(made.id));
  }
}

// The list of states in the schema's column and that of the rules are the same.
TEST_F(CaseStoreTest, TheDatabaseCallsTheSameStatesOpenAsTheRules) {
  for (const CaseEdge& edge : CaseEdges()) {
    for (CaseState state : {edge.from, edge.to}) {
      SetState(std::string(Code(state)));
      bool open =
          !database.Run("SELECT id FROM application_case WHERE open_permit_id = permit_id").empty();
      EXPECT_EQ(open, IsOpen(state)) << Code(state);
    }
  }
}

TEST_F(CaseStoreTest, OfTwoWhoMoveACaseAtOnceExactlyOneWins) {
  Database other(PrivateDatabase::Shared().options());
  for (int round = 0; round < 200; ++round) {
    SetState("second-review");
    database.Run("SET @append_only_except = 'case_history'");
    database.Run("DELETE FROM case_history");
    std::atomic<int> ready = 0;
    auto race = [&](Database& mine, CaseEvent event) {
      ++ready;
      while (ready < 2) {
      }
      return mine.Transact([&](Transaction& transaction) {
        return MoveCase(transaction, made.id, event, "somebody", "", kNow);
      });
    };
    MoveResult withdrawn;
    std::thread student([&] { withdrawn = race(other, CaseEvent::kWithdraw); });
    MoveResult approved = race(database, CaseEvent::kApprove);
    student.join();
    EXPECT_NE(withdrawn.has_value(), approved.has_value());
    EXPECT_EQ(State(), withdrawn.has_value() ? CaseState::kWithdrawn : CaseState::kApproved);
    std::vector<CaseHistoryRow> history = CaseHistory(database, made.id);
    ASSERT_EQ(history.size(), 1U);
    EXPECT_EQ(history[0].to, State());
  }
}

TEST_F(CaseStoreTest, ACaseIsFoundThroughItsApplicantAlone) {
  const std::uint64_t applicant = FindAccount(database, made.account_id)->applicant_id;
  EXPECT_TRUE(FindCaseOf(database, applicant, made.receipt_number));
  EXPECT_FALSE(FindCaseOf(database, applicant + 1, made.receipt_number));
  EXPECT_FALSE(FindCaseOf(database, applicant, "000000000000"));
}

}  // namespace
}  // namespace permit::sql
