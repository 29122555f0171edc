// The name of the suite begins with Housekeeping, beside which it runs.
#include "handlers/jobs/invariants.h"

#include <gmock/gmock.h>

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
