// The name of the suite begins with Housekeeping: the job is one of its steps.
#include "handlers/jobs/case_waits.h"

#include <gmock/gmock.h>

#include "handlers/review/decision.h"
#include "handlers/rules/case_deadline.h"
#include "sql/account_store.h"
#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit {
namespace {

// None: it was decided.
std::optional<DecisionRefusal> RefusalOf(const DecisionResult& result) {
  return result ? std::nullopt : std::optional(result.error().reason);
}

using ::testing::HasSubstr;

constexpr std::chrono::days kDay{1};

class HousekeepingWaitsTest : public test::SiteTest {
 protected:
  HousekeepingWaitsTest()
      : since(StartOfDay(ParseDate("2026/03/05").value()) + std::chrono::hours(15)),
        made(test::AddPayableCase(database, test::AddAccount(database, 1), 1)) {
    database.Run("SET @append_only_except = 'case_history'");
    database.Run("DELETE FROM case_history");
  }

  void Stand(const std::string& state, const std::string& of) {
    database.Run("UPDATE application_case SET state = '" + state +
                 "', returned_by = 'second', state_since = '2026-03-05 07:00:00' WHERE " + of);
  }
  void Stand(const std::string& state) { Stand(state, "id = " + std::to_string(made.id)); }
  CaseWaitsDone LookAfter(std::chrono::days later) {
    return LookAfterWaitingCases(database, settings, SharedRenderer(), since + later);
  }
  std::string Mails() {
    std::string text;
    for (const sql::Row& row : database.Run("SELECT cause_key, text_body FROM outbox ORDER BY id"))
      text += row.Text("cause_key") + row.Text("text_body");
    return text;
  }
  std::string State() { return std::string(Code(sql::FindCase(database, made.id)->state)); }
  static std::string Day(int days) {
    return FormatDate(AddDays(ParseDate("2026/03/05").value(), days));
  }

  Instant since;
  test::PayableCase made;
};

TEST_F(HousekeepingWaitsTest, AReturnedCaseIsRemindedTwiceAndLapses) {
  Stand("returned-for-correction");
  test::RowWatch rows(database);
  LookAfter(22 * kDay);
  EXPECT_EQ(rows.Changes(), "");
  EXPECT_EQ(LookAfter(23 * kDay).reminded, 1u);
  EXPECT_EQ(rows.Changes(), "case_reminder +1\noutbox +1");
  EXPECT_THAT(Mails(), HasSubstr(Day(30)));
  LookAfter(24 * kDay);
  LookAfter(27 * kDay);
  EXPECT_EQ(rows.Changes(), "");
  EXPECT_EQ(LookAfter(28 * kDay).reminded, 1u);
  LookAfter(29 * kDay);
  EXPECT_EQ(LookAfter(30 * kDay).lapsed, 0u) << "the last day counts whole";
  EXPECT_EQ(rows.Changes(), "case_reminder +1\noutbox +1");
  EXPECT_EQ(LookAfter(31 * kDay).lapsed, 1u);
  EXPECT_EQ(rows.Changes(),
            "application_case ~1 (open_permit_id, state, state_since)\naudit +1\ncase_history +1\n"
            "outbox +1");
  EXPECT_EQ(State(), "not-accepted");
  const auto history = sql::CaseHistory(database, made.id);
  ASSERT_EQ(history.size(), 1u);
  EXPECT_EQ(history[0].event, CaseEvent::kLapse);
  EXPECT_EQ(history[0].actor, "system");
  LookAfter(300 * kDay);
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(HousekeepingWaitsTest, AnUnpaidCaseLapsesAndItsOpenPaymentIsVoided) {
  Stand("awaiting-payment");
  database.Run(
      "INSERT INTO payment (reference, account_id, method, amount, state, state_since, created_at,"
      " expires_at) VALUES ('P1', " +
      std::to_string(made.account_id) +
      ", 'credit-card', 1000, 'at-bank', '2026-03-06', '2026-03-06', '2026-12-31')");
  database.Run("INSERT INTO payment_case SELECT id, " + std::to_string(made.id) + ", 1000, " +
               std::to_string(made.id) + " FROM payment");
  EXPECT_EQ(LookAfter(31 * kDay).lapsed, 0u);
  EXPECT_EQ(LookAfter(53 * kDay).reminded, 1u);
  EXPECT_THAT(Mails(), HasSubstr(Day(60)));
  EXPECT_EQ(LookAfter(58 * kDay).reminded, 1u);
  EXPECT_EQ(LookAfter(60 * kDay).lapsed, 0u);
  EXPECT_EQ(LookAfter(61 * kDay).lapsed, 1u);
  EXPECT_EQ(State(), "not-accepted");
  EXPECT_EQ(database.Run("SELECT state FROM payment").at(0).Text("state"), "voided");
  EXPECT_TRUE(database.Run("SELECT held_case_id FROM payment_case").at(0).IsNull("held_case_id"));
}

TEST_F(HousekeepingWaitsTest, NoCaseLapsesWithoutItsDaysOfNotice) {
  Stand("returned-for-documents");
  CaseWaitsDone late = LookAfter(400 * kDay);
  EXPECT_EQ(late.reminded, 1u) << "one reminder, not both";
  EXPECT_EQ(late.lapsed, 0u);
  EXPECT_THAT(Mails(), HasSubstr(Day(402)));
  EXPECT_EQ(LookAfter(402 * kDay).lapsed, 0u);
  EXPECT_EQ(LookAfter(403 * kDay).lapsed, 1u);
}

TEST_F(HousekeepingWaitsTest, TheOperatorSaysHowLong) {
  Stand("returned-for-correction");
  settings.case_answer_days = 10;
  EXPECT_EQ(LookAfter(2 * kDay).reminded, 0u);
  EXPECT_EQ(LookAfter(3 * kDay).reminded, 1u);
  EXPECT_THAT(Mails(), HasSubstr(Day(10)));
}

TEST_F(HousekeepingWaitsTest, OnlyWhatWaitsForTheStudentIsRemindedAndLapses) {
  for (CaseState state : kCaseStates) {
    if (WaitingDays(state, {30, 60})) continue;
    Stand(std::string(Code(state)));
    test::RowWatch rows(database);
    LookAfter(100 * kDay);
    LookAfter(200 * kDay);
    EXPECT_EQ(rows.Changes(), "") << Code(state);
  }
}

TEST_F(HousekeepingWaitsTest, AnAnswerInTimeBeginsAnotherWait) {
  Stand("returned-for-correction");
  LookAfter(28 * kDay);
  database.Run("UPDATE application_case SET state_since = '2026-04-02 07:00:00'");
  EXPECT_EQ(LookAfter(31 * kDay).lapsed, 0u);
  EXPECT_EQ(LookAfter((28 + 23) * kDay).reminded, 1u);
}

TEST_F(HousekeepingWaitsTest, OneCaseThatFailsStopsNoOther) {
  const test::PayableCase other = test::AddPayableCase(database, test::AddAccount(database, 2), 2);
  Stand("returned-for-correction", "TRUE");
  database.Run("UPDATE account SET language = 'xx' WHERE id = " + std::to_string(made.account_id));
  const CaseWaitsDone done = LookAfter(28 * kDay);
  EXPECT_EQ(done.failed, 2u) << "neither of its reminders could be written";
  EXPECT_EQ(done.reminded, 1u);
  EXPECT_EQ(database.Run("SELECT case_id FROM case_reminder").at(0).Uint("case_id"), other.id);
}

TEST_F(HousekeepingWaitsTest, ALapseDeletesThePreparedCorrectionAndARecallKeepsIt) {
  Stand("returned-for-correction");
  const std::string id = std::to_string(made.id);
  database.Run(
      "INSERT INTO draft (id, account_id, service, permit_id, form, created_at, updated_at,"
      " case_id) SELECT '11111111-1111-4111-8111-111111111111', account_id, service, permit_id,"
      " form, '2026-03-06', '2026-03-06', id FROM application_case WHERE id = " +
      id);
  const auto take = [&](CaseEvent event, const std::string& opinion) {
    return database.Transact([&](sql::Transaction& transaction) {
      return Decide(transaction, settings, SharedRenderer(), made.receipt_number,
                    {.event = event, .actor = "reviewer:r", .opinion = opinion, .remarks = {}},
                    since);
    });
  };
  test::RowWatch rows(database);
  EXPECT_FALSE(RefusalOf(take(CaseEvent::kRecall, "")));
  EXPECT_EQ(State(), "second-review");
  EXPECT_EQ(rows.Changes(), "application_case ~1 (state)\naudit +1\ncase_history +1");
  EXPECT_EQ(RefusalOf(take(CaseEvent::kRecall, "")), DecisionRefusal::kNotPossible);
  EXPECT_FALSE(RefusalOf(take(CaseEvent::kReturnForCorrection, "again")));
  EXPECT_THAT(Mails(), HasSubstr(Day(30)));
  LookAfter(28 * kDay);
  EXPECT_EQ(LookAfter(31 * kDay).lapsed, 1u);
  EXPECT_EQ(database.Run("SELECT count(*) AS n FROM draft").at(0).Uint("n"), 0u);
}

}  // namespace
}  // namespace permit
