#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "handlers/review/decision.h"
#include "handlers/routes.h"
#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

// None: it was decided.
std::optional<DecisionRefusal> RefusalOf(const DecisionResult& result) {
  return result ? std::nullopt : std::optional(result.error().reason);
}

using ::testing::HasSubstr;
using ::testing::Not;

class WithdrawalTest : public SiteTest {
 protected:
  WithdrawalTest() : account(AddAccount(database, 1)) { LogIn(browser, account); }

  PayableCase Add(int serial, const std::string& state) {
    PayableCase made = AddPayableCase(database, account, serial);
    SetState(made, state);
    return made;
  }
  void SetState(const PayableCase& which, const std::string& state) {
    database.Run("UPDATE application_case SET state = '" + state +
                 "' WHERE id = " + std::to_string(which.id));
  }
  std::string PathOf(const PayableCase& which) {
    return std::string(kStudent) + "/withdrawal/" + which.group_number + "/" + which.receipt_number;
  }
  std::string State(const PayableCase& which) {
    return database.Run("SELECT state FROM application_case WHERE id = " + std::to_string(which.id))
        .at(0)
        .Text("state");
  }

  std::uint64_t account;
};

TEST_F(WithdrawalTest, AStudentFindsACaseDeclaresIsAskedOnceMoreAndWithdraws) {
  const PayableCase made = Add(1, "first-review");
  Response response =
      browser.Get(std::string(kStudent) + "/withdrawal?receipt=" + made.receipt_number);
  response = browser.Follow(response);
  EXPECT_THAT(response.body, HasSubstr("案件撤銷 - 詳細"));
  EXPECT_THAT(response.body, HasSubstr(PathOf(made)));

  response = browser.Get(PathOf(made));
  EXPECT_THAT(response.body, HasSubstr("同意上述條款"));
  EXPECT_EQ(browser.Get(PathOf(made) + "/confirm").status, 422);
  EXPECT_EQ(browser.Get(PathOf(made) + "/confirm?agree=yes").status, 200);

  RowWatch rows(database);
  response = browser.Post(PathOf(made), {{"agree", "yes"}});
  EXPECT_EQ(rows.Changes(),
            "application_case ~1 (open_permit_id, state, state_since)\ncase_history "
            "+1\nidempotency_key +1\noutbox +1");
  response = browser.Follow(response);
  EXPECT_THAT(response.body, HasSubstr("撤銷成功"));
  EXPECT_EQ(State(made), "withdrawn");
  const sql::Row history = database.Run("SELECT * FROM case_history").at(0);
  EXPECT_EQ(history.Text("actor"), "student:student1");
  EXPECT_EQ(history.Text("from_state"), "first-review");
  EXPECT_EQ(history.Text("to_state"), "withdrawn");
  EXPECT_THAT(database.Run("SELECT text_body FROM outbox").at(0).Text("text_body"),
              HasSubstr(made.receipt_number));
}

TEST_F(WithdrawalTest, TheSameFormSentAgainWithdrawsOnce) {
  const PayableCase made = Add(1, "submitted");
  browser.Get(PathOf(made) + "/confirm?agree=yes");
  const std::string act = InputValue(browser.page(), "act");
  const Response first = browser.Post(PathOf(made), {{"agree", "yes"}, {"act", act}});
  RowWatch rows(database);
  const Response again = browser.Post(PathOf(made), {{"agree", "yes"}, {"act", act}});
  EXPECT_EQ(HeaderOf(again, "Location"), HeaderOf(first, "Location"));
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(WithdrawalTest, ADecisionThatCameFirstStandsAndIsSaid) {
  const PayableCase made = Add(1, "second-review");
  browser.Get(PathOf(made) + "/confirm?agree=yes");
  SetState(made, "awaiting-payment");
  RowWatch rows(database);
  Response response = browser.Post(PathOf(made), {{"agree", "yes"}});
  EXPECT_EQ(rows.Changes(), "idempotency_key +1");
  response = browser.Follow(response);
  EXPECT_THAT(response.body, HasSubstr("撤銷失敗"));
  EXPECT_THAT(response.body, HasSubstr("已核准"));
}

TEST_F(WithdrawalTest, WithoutTheTickNothingHappens) {
  const PayableCase made = Add(1, "submitted");
  browser.Get(PathOf(made) + "/confirm?agree=yes");
  RowWatch rows(database);
  EXPECT_EQ(browser.Post(PathOf(made)).status, 422);
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(WithdrawalTest, PossibleUntilTheReviewIsFinished) {
  int serial = 0;
  for (CaseState state : kCaseStates) {
    SCOPED_TRACE(Code(state));
    const PayableCase made = Add(++serial, std::string(Code(state)));
    const Response response = browser.Get(PathOf(made));
    EXPECT_EQ(response.status == 200, NextCaseState(state, CaseEvent::kWithdraw).has_value());
  }
}

TEST_F(WithdrawalTest, AnothersCaseIsNotFound) {
  const PayableCase other = AddPayableCase(database, AddAccount(database, 2), 1);
  SetState(other, "submitted");
  EXPECT_EQ(browser.Get(PathOf(other)).status, 404);
  EXPECT_EQ(browser.Get(PathOf(other) + "/confirm?agree=yes").status, 404);
  EXPECT_EQ(browser.Get(std::string(kStudent) + "/withdrawal/" + other.group_number).status, 404);
  browser.Get(std::string(kStudent) + "/withdrawal");
  RowWatch rows(database);
  EXPECT_EQ(browser.Post(PathOf(other), {{"agree", "yes"}, {"act", random.Uuid()}}).status, 404);
  EXPECT_EQ(rows.Changes(), "");
  const Response search =
      browser.Get(std::string(kStudent) + "/withdrawal?group=" + other.group_number);
  EXPECT_EQ(search.status, 422);
  EXPECT_THAT(search.body, Not(HasSubstr(other.receipt_number)));
}

// What came of a student's button and a reviewer's command at the same moment.
class WithdrawalRaceTest : public WithdrawalTest {
 protected:
  WithdrawalRaceTest()
      : students(PrivateDatabase::Shared().options()),
        reviewers(PrivateDatabase::Shared().options()),
        own_services{settings, clock, own_random, students, services.renderer, services.secret, {}},
        worker(own_services, Routes()),
        made(Add(1, "second-review")) {}

  // The reviewer counts so far before the command is given. Says whether the student won.
  bool Race(long head_start) {
    SetState(made, "second-review");
    database.Run("SET @append_only_except = 'case_history'");
    database.Run("DELETE FROM case_history");
    database.Run("DELETE FROM outbox");
    browser.Get(PathOf(made) + "/confirm?agree=yes");
    Browser student = browser.OnAnother(worker);
    std::atomic<int> ready = 0;
    auto meet = [&] {
      ++ready;
      while (ready < 2) std::this_thread::yield();
    };
    DecisionResult decision;
    std::thread reviewer([&] {
      meet();
      for (std::atomic<long> counted = 0; counted < head_start;) ++counted;
      decision = reviewers.Transact([&](sql::Transaction& transaction) {
        return Decide(transaction, settings, services.renderer, made.receipt_number,
                      {.event = CaseEvent::kDisapprove, .actor = "reviewer:r"}, clock.Now());
      });
    });
    meet();
    const Response answer = student.Post(PathOf(made), {{"agree", "yes"}});
    reviewer.join();
    EXPECT_EQ(answer.status, 303);
    const bool withdrawn = RefusalOf(decision).has_value();
    EXPECT_THAT(browser.Follow(answer).body, HasSubstr(withdrawn ? "撤銷成功" : "撤銷失敗"));
    return withdrawn;
  }

  std::string OnlyRow(const std::string& query) {
    const auto rows = database.Run(query);
    return rows.size() == 1 ? rows[0].Text(rows[0].columns().at(0))
                            : std::to_string(rows.size()) + " rows";
  }

  sql::Database students;
  sql::Database reviewers;
  SystemRandom own_random;
  Services own_services;
  Dispatcher worker;
  PayableCase made;
};

TEST_F(WithdrawalRaceTest, OfAStudentAndAReviewerExactlyOneWins) {
  int withdrawn = 0;
  long head_start = 0;  // grows until the student wins, and shrinks until the reviewer does
  for (int round = 0; round < 200; ++round) {
    SCOPED_TRACE(round);
    const bool students_round = Race(head_start);
    withdrawn += students_round;
    head_start += (students_round ? -1 : 1) * (head_start / 8 + 2000);
    head_start = std::max(head_start, 0L);
    const std::string winner = students_round ? "withdrawn" : "disapproved";
    ASSERT_EQ(State(made), winner);
    ASSERT_EQ(OnlyRow("SELECT CONCAT(to_state, ' ', actor) FROM case_history"),
              winner + (students_round ? " student:student1" : " reviewer:r"));
    ASSERT_THAT(OnlyRow("SELECT cause_key FROM outbox"),
                HasSubstr(students_round ? "withdrawn" : "disapproved"));
  }
  EXPECT_GT(withdrawn, 0) << "the student wins at times";
  EXPECT_LT(withdrawn, 200) << "and the reviewer does";
}

}  // namespace
}  // namespace permit::test
