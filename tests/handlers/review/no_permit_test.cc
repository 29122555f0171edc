// Cases that no permit can follow any more: theirs was withdrawn, or its days are over.
#include <gtest/gtest.h>

#include "handlers/papers/waiting_papers.h"
#include "sql/case_store.h"
#include "sql/register_store.h"
#include "tests/handlers/operator/shell.h"
#include "tests/support/paid_case.h"
#include "tests/support/papers/sample_papers.h"

namespace permit {
namespace {

using namespace std::chrono_literals;
using test::PayableCase;

class NoPermit : public test::ShellTest {
 protected:
  NoPermit() : account_(test::AddAccount(database, 1)) {}

  PayableCase InReview(int serial, const std::string& service = "data-change", int fee = 0) {
    const PayableCase one = test::AddPayableCase(database, account_, serial, service, fee);
    test::AddPhotoAndForm(database, one, photo_);
    database.Run("UPDATE application_case SET state = 'second-review' WHERE id = " +
                 std::to_string(one.id));
    return one;
  }
  test::Said Revoke(const PayableCase& one) {
    return Run({"--tsv", "permit", "revoke", PermitOf(one), "--reason", "forged documents"});
  }
  static std::string PermitOf(const PayableCase& one) {
    return "114" + one.receipt_number.substr(3);
  }
  std::string StateOf(const PayableCase& one) {
    return std::string(Code(sql::FindCase(database, one.id)->state));
  }
  std::string StatusOf(const PayableCase& one) {
    return std::string(Code(sql::FindPermitByNumber(database, PermitOf(one))->status));
  }

  std::uint64_t account_;
  const std::string photo_ = test::SamplePhoto().jpeg;
};

TEST_F(NoPermit, WithdrawingAPermitNamesItsOpenCaseWhichIsNotApprovedThen) {
  const PayableCase one = InReview(1);
  const test::Said said = Revoke(one);
  EXPECT_EQ(said.exit_code, 0) << said.err;
  EXPECT_NE(said.out.find(PermitOf(one) + "\t" + one.receipt_number), said.out.npos) << said.out;

  test::RowWatch rows(database);
  const test::Said approved = Run({"case", "approve", one.receipt_number});
  EXPECT_EQ(approved.exit_code, 1);
  EXPECT_NE(approved.err.find(PermitOf(one)), approved.err.npos) << approved.err;
  EXPECT_NE(approved.err.find("revoked"), approved.err.npos) << approved.err;
  EXPECT_EQ(rows.Changes(), "");
  EXPECT_NE(Run({"case", "show", one.receipt_number}).out.find("no permit can follow"),
            std::string::npos);
  EXPECT_EQ(Run({"case", "disapprove", one.receipt_number}).exit_code, 0);
  EXPECT_EQ(Run({"case", "show", one.receipt_number}).out.find("no permit can follow"),
            std::string::npos);
}

TEST_F(NoPermit, APermitWithdrawnAfterItsCaseIsDecidedIsNotBroughtBackByANewOne) {
  const PayableCase one = InReview(1);
  ASSERT_EQ(Run({"case", "approve", one.receipt_number}).exit_code, 0);
  ASSERT_EQ(StateOf(one), "issued");
  EXPECT_EQ(Revoke(one).exit_code, 1) << "it was replaced";
  EXPECT_EQ(StatusOf(one), "replaced");
}

// The application was made in time; what takes the agency and the bank long is no fault of hers.
TEST_F(NoPermit, AnExtensionIsIssuedAfterTheStayIfItWasAppliedForDuringIt) {
  const PayableCase in_time = InReview(1, "extension", 300);
  const PayableCase late = InReview(2, "extension", 300);
  test::AddPaidPayment(database, in_time, 1);
  test::AddPaidPayment(database, late, 2);
  database.Run("UPDATE entry_permit SET stay_until = '2026-03-01'");
  database.Run("UPDATE application_case SET submitted_at = '2026-03-01 15:59:59' WHERE id = " +
               std::to_string(in_time.id));
  database.Run("UPDATE application_case SET submitted_at = '2026-03-01 16:00:00' WHERE id = " +
               std::to_string(late.id));
  const IssuedPapers papers = IssueWaitingPapers(database, settings, clock.Now(), 10);
  EXPECT_EQ(papers.permits, 1u);
  EXPECT_EQ(papers.refused, 1u);
  EXPECT_EQ(StateOf(in_time), "issued");
  EXPECT_EQ(StateOf(late), "paid");
  EXPECT_NE(Run({"case", "show", late.receipt_number})
                .out.find("the stay had ended on 2026/03/01 before the extension was applied for"),
            std::string::npos);
}

TEST_F(NoPermit, APaidCaseWhosePermitWasWithdrawnGetsNoneAndIsClosedByAnOperator) {
  const PayableCase one = InReview(1, "extension", 300);
  test::AddPaidPayment(database, one, 1);
  ASSERT_EQ(Revoke(one).exit_code, 0);
  const IssuedPapers papers = IssueWaitingPapers(database, settings, clock.Now(), 10);
  EXPECT_EQ(papers.permits, 0u);
  EXPECT_EQ(papers.refused, 1u);
  EXPECT_EQ(papers.receipts, 1u) << "the money came";
  EXPECT_EQ(StateOf(one), "paid");
  EXPECT_EQ(StatusOf(one), "revoked");
  EXPECT_FALSE(sql::FindPermitOfCase(database, one.id));

  EXPECT_EQ(Run({"case", "close", one.receipt_number}).exit_code, 1) << "without a word";
  test::RowWatch rows(database);
  const test::Said closed =
      Run({"case", "close", one.receipt_number, "--opinion", "原許可證業經撤銷。"});
  EXPECT_EQ(closed.exit_code, 0) << closed.err;
  EXPECT_EQ(rows.Changes(),
            "application_case ~1 (open_permit_id, state, state_since)\naudit +1\n"
            "case_history +1\nledger_entry +2\noutbox +1\npayment_exception +1");
  EXPECT_EQ(StateOf(one), "not-accepted");
  const sql::Row mail = database.Run("SELECT text_body FROM outbox").at(0);
  EXPECT_NE(mail.Text("text_body").find("原許可證業經撤銷。"), std::string::npos);
}

TEST_F(NoPermit, ADataChangeIsNotApprovedOnceThePermitsDaysAreOver) {
  const PayableCase one = InReview(1);
  clock.Set(StartOfDay(2026y / 12 / 31));
  const PayableCase late = InReview(2);
  EXPECT_EQ(Run({"case", "approve", one.receipt_number}).exit_code, 0) << "on the last day";
  clock.Advance(24h);
  test::RowWatch rows(database);
  const test::Said said = Run({"case", "approve", late.receipt_number});
  EXPECT_EQ(said.exit_code, 1);
  EXPECT_NE(said.err.find("2026/12/31"), said.err.npos) << said.err;
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(NoPermit, APermitThatWaitedUntilItsDaysWereOverIsNotMade) {
  const PayableCase one = InReview(1);
  database.Run("UPDATE application_case SET state = 'approved'");
  clock.Set(StartOfDay(2027y / 1 / 1));
  EXPECT_EQ(IssueWaitingPapers(database, settings, clock.Now(), 10).refused, 1u);
  EXPECT_EQ(StateOf(one), "approved");
  EXPECT_EQ(StatusOf(one), "valid");
}

TEST_F(NoPermit, ACaseThatIsNeverPaidIsClosedWithItsSlipAndThePermitIsFree) {
  const PayableCase one = InReview(1, "extension", 300);
  ASSERT_EQ(Run({"case", "approve", one.receipt_number}).exit_code, 0);
  test::AddPaidPayment(database, one, 1);
  database.Run("UPDATE payment SET state = 'slip-out', paid_at = NULL");
  database.Run("UPDATE application_case SET state = 'awaiting-payment'");
  test::RowWatch rows(database);
  EXPECT_EQ(Run({"case", "close", one.receipt_number, "--opinion", "逾期未繳費。"}).exit_code, 0);
  EXPECT_EQ(rows.Changes(),
            "application_case ~1 (open_permit_id, state, state_since)\naudit +1\n"
            "case_history +1\noutbox +1\npayment ~1 (state, state_since)\n"
            "payment_case ~1 (held_case_id)\npayment_history +1");
  EXPECT_EQ(database.Run("SELECT state FROM payment").at(0).Text("state"), "voided");
  EXPECT_FALSE(sql::FindPermitByNumber(database, PermitOf(one))->has_open_case);
}

TEST_F(NoPermit, AnUndecidedCaseIsNotClosed) {
  const PayableCase one = InReview(1);
  const test::Said said = Run({"case", "close", one.receipt_number, "--opinion", "x"});
  EXPECT_EQ(said.exit_code, 1);
  EXPECT_EQ(StateOf(one), "second-review");
}

}  // namespace
}  // namespace permit
