// The name of the suite begins with Housekeeping, beside which it runs.
#include "handlers/jobs/invariants.h"

#include <gmock/gmock.h>

#include "sql/migrations.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit {
namespace {

using ::testing::HasSubstr;

class HousekeepingInvariantsTest : public test::AtShell<test::SiteTest> {
 protected:
  HousekeepingInvariantsTest()
      : made(test::AddPayableCase(database, test::AddAccount(database, 1), 1)),
        id(std::to_string(made.id)) {}

  void Pay(const std::string& case_state) {
    database.Run("UPDATE application_case SET state = '" + case_state +
                 "', state_since = '2026-03-05 00:00:00' WHERE id = " + id);
    database.Run(
        "INSERT INTO payment (reference, account_id, method, amount, state, state_since,"
        " created_at, expires_at) VALUES ('P1', " +
        std::to_string(made.account_id) +
        ", 'credit-card', 1000, 'paid', '2026-03-05', '2026-03-05', '2026-12-31')");
    database.Run("INSERT INTO payment_case SELECT id, " + id + ", 1000, " + id + " FROM payment");
  }
  std::string Broken(std::chrono::minutes after) {
    const Instant paid = StartOfDay(ParseDate("2026/03/05").value()) + std::chrono::hours(8);
    std::string text;
    for (const BrokenInvariant& one : CheckInvariants(database, paid + after)) {
      text += std::string(Code(one.invariant)) + " " + one.subject + "\n";
    }
    return text;
  }

  test::PayableCase made;
  std::string id;
};

TEST_F(HousekeepingInvariantsTest, NothingIsBrokenAtFirst) {
  EXPECT_EQ(Broken(std::chrono::hours(24 * 900)), "");
  EXPECT_EQ(Run({"check"}).exit_code, 0);
}

TEST_F(HousekeepingInvariantsTest, APaidCaseHasItsPermitWithinTheHour) {
  Pay("paid");
  EXPECT_EQ(Broken(std::chrono::minutes(60)), "");
  EXPECT_EQ(Broken(std::chrono::minutes(61)), "permit-follows case:" + made.receipt_number + "\n");
  database.Run("UPDATE payment SET state = 'revoked'");
  EXPECT_EQ(Broken(std::chrono::minutes(61)), "") << "waits for the cashier";
}

TEST_F(HousekeepingInvariantsTest, AnApprovedCaseFreeOfFeeToo) {
  database.Run("UPDATE application_case SET state = 'approved', state_since = '2026-03-05'");
  EXPECT_EQ(Broken(std::chrono::minutes(61)), "") << "its fee is still to be asked for";
  database.Run("UPDATE application_case SET fee = 0");
  EXPECT_EQ(Broken(std::chrono::minutes(61)), "permit-follows case:" + made.receipt_number + "\n");
}

TEST_F(HousekeepingInvariantsTest, NoPaidPaymentHoldsAClosedCase) {
  for (const char* state : {"not-accepted", "withdrawn", "disapproved"}) {
    database.Run("DELETE FROM payment_case");
    database.Run("DELETE FROM payment");
    Pay(state);
    EXPECT_EQ(Broken(std::chrono::minutes(0)),
              "closed-is-unpaid case:" + made.receipt_number + "\n");
  }
  database.Run("UPDATE application_case SET state = 'issued'");
  EXPECT_EQ(Broken(std::chrono::minutes(0)), "");
}

TEST_F(HousekeepingInvariantsTest, ClosingAPaidCaseLeavesItsFeeToTheCashier) {
  settings.base_url = "https://permit.example";
  Pay("paid");
  database.Run(
      "INSERT INTO ledger_entry (booking, leg, booked_on, book, method, item, amount, created_at)"
      " VALUES ('paid:P1', 1, '2026-03-05', 'collector', 'credit-card', '', 1000, '2026-03-05'),"
      " ('paid:P1', 2, '2026-03-05', 'fee', 'credit-card', 'exchange', -1000, '2026-03-05')");
  const auto sum = [&](const std::string& book) {
    return database
        .Run("SELECT COALESCE(SUM(amount), 0) AS n FROM ledger_entry WHERE book = '" + book + "'")
        .at(0)
        .Int("n");
  };
  ASSERT_EQ(Run({"case", "close", made.receipt_number, "--opinion", "許可證已撤銷"}).exit_code, 0);
  EXPECT_EQ(Run({"check"}).exit_code, 0);
  const test::Said waiting = Run({"--tsv", "payment", "exceptions"});
  EXPECT_THAT(waiting.out, HasSubstr("case-closed\tP1\t1000"));
  EXPECT_EQ(sum("fee"), 0) << "earned no longer";
  EXPECT_EQ(sum("suspense"), -1000);
  EXPECT_THAT(database.Run("SELECT text_body FROM outbox").at(0).Text("text_body"),
              HasSubstr("您已繳納的規費將由本署另行處理"));

  const std::string exception = database.Run("SELECT id FROM payment_exception").at(0).Text("id");
  ASSERT_EQ(Run({"payment", "resolve", exception, "--note", "refunded"}).exit_code, 0);
  EXPECT_EQ(Run({"check"}).exit_code, 0);
  EXPECT_EQ(sum("suspense"), 0);
  EXPECT_EQ(sum("closed"), -1000);
}

TEST_F(HousekeepingInvariantsTest, AFeePaidAtTheCounterForAClosedCaseIsLeftToTheCashierToo) {
  settings.base_url = "https://permit.example";
  Pay("paid");
  database.Run("UPDATE payment SET state = 'revoked'");
  ASSERT_EQ(Run({"case", "close", made.receipt_number, "--opinion", "x"}).exit_code, 0);
  EXPECT_TRUE(database.Run("SELECT id FROM payment_exception").empty()) << "the bank has the money";
  for (int time = 0; time < 2; ++time) {
    ASSERT_EQ(Run({"payment", "restore", "P1", "--note", "at the counter"}).exit_code, 0);
    EXPECT_EQ(Run({"check"}).exit_code, 0);
    EXPECT_EQ(database.Run("SELECT id FROM payment_exception WHERE kind = 'case-closed'").size(),
              1u);
    database.Run("UPDATE payment SET state = 'revoked'");
  }
}

TEST_F(HousekeepingInvariantsTest, TheLogTellsHowManyOfEachKindThereAre) {
  Pay("withdrawn");
  ::testing::internal::CaptureStderr();
  Broken(std::chrono::minutes(0));
  const std::string log = ::testing::internal::GetCapturedStderr();
  for (const char* line :
       {"invariant=permit-follows broken=0", "invariant=closed-is-unpaid broken=1",
        "invariant=holder-is-applicant broken=0", "invariant=books-balance broken=0"}) {
    EXPECT_THAT(log, HasSubstr(std::string("invariant.checked ") + line + "\n"));
  }
}

// Closed before its fee was left to the cashier by itself.
TEST_F(HousekeepingInvariantsTest, TheSchemaChangeLeavesTheFeesOfCasesClosedBefore) {
  Pay("not-accepted");
  ASSERT_THAT(Broken(std::chrono::minutes(0)), HasSubstr("closed-is-unpaid"));
  for (const sql::Migration& migration : sql::Migrations()) {
    if (migration.file != "0020_closed_case_fee.sql") continue;
    std::string_view text = migration.text;
    for (std::size_t end; (end = text.find(";\n")) != text.npos; text.remove_prefix(end + 2)) {
      database.Run(std::string(text.substr(0, end)));
    }
  }
  EXPECT_EQ(Broken(std::chrono::minutes(0)), "");
  const auto exceptions = Run({"--tsv", "payment", "exceptions"});
  EXPECT_THAT(exceptions.out, HasSubstr("case-closed\tP1\t1000\t2026/03/05"));
  EXPECT_EQ(database.Run("SELECT SUM(amount) AS n FROM ledger_entry WHERE book = 'suspense'")
                .at(0)
                .Int("n"),
            -1000);
}

TEST_F(HousekeepingInvariantsTest, AMonitorIsToldOfEachAlsoWhenThereIsNone) {
  const std::string before = Run({"metrics"}).out;
  for (const Invariant invariant : kInvariants) {
    EXPECT_THAT(before, HasSubstr("permit_invariants_broken{invariant=\"" +
                                  std::string(Code(invariant)) + "\"} 0\n"));
  }
  EXPECT_THAT(before, HasSubstr("permit_numbers_used{counter=\"receipt\"} 0\n"));
  EXPECT_THAT(before, HasSubstr("permit_numbers_carried{counter=\"receipt\"} 199998\n"));
  Pay("paid");
  clock.Advance(std::chrono::hours(24 * 30));
  const test::Said after = Run({"metrics"});
  EXPECT_EQ(after.exit_code, 0) << "a monitor judges by the numbers";
  EXPECT_THAT(after.out, HasSubstr("permit_invariants_broken{invariant=\"permit-follows\"} 1\n"));
}

TEST_F(HousekeepingInvariantsTest, APermitBelongsToTheApplicantOfItsCase) {
  database.Run("UPDATE application_case SET state = 'issued'");
  database.Run("UPDATE entry_permit SET case_id = " + id);
  EXPECT_EQ(Broken(std::chrono::minutes(0)), "");
  test::AddAccount(database, 2);
  database.Run("UPDATE entry_permit SET applicant_id = (SELECT MAX(id) FROM applicant)");
  EXPECT_THAT(Broken(std::chrono::minutes(0)), HasSubstr("holder-is-applicant permit:"));
}

TEST_F(HousekeepingInvariantsTest, EachBookingSumsToZero) {
  const std::string leg =
      "INSERT INTO ledger_entry (booking, leg, booked_on, book, method, item, amount, created_at)"
      " VALUES ('paid:P1', ";
  database.Run(leg + "1, '2026-03-05', 'bank', 'credit-card', '', 1000, '2026-03-05')");
  EXPECT_EQ(Broken(std::chrono::minutes(0)), "books-balance booking:paid:P1\n");
  const test::Said said = Run({"--tsv", "check"});
  EXPECT_EQ(said.exit_code, 1);
  EXPECT_THAT(said.out, HasSubstr("books-balance\tbooking:paid:P1\tsums to 1000"));
  database.Run(leg + "2, '2026-03-05', 'fee', 'credit-card', '', -1000, '2026-03-05')");
  EXPECT_EQ(Broken(std::chrono::minutes(0)), "");
}

}  // namespace
}  // namespace permit
