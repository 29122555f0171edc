// What waits for its paper: nobody waits behind one that cannot be issued, and nobody is forgotten.
#include <gtest/gtest.h>

#include "fcgi/base/settings.h"
#include "handlers/papers/permit.h"
#include "handlers/papers/waiting_papers.h"
#include "sql/paper_store.h"
#include "tests/support/paid_case.h"
#include "tests/support/papers/sample_papers.h"
#include "tests/support/private_database.h"
#include "tests/support/signing_keys.h"

namespace permit {
namespace {

using namespace std::chrono_literals;
using test::PayableCase;

class IssuingQueue : public test::DatabaseTest {
 protected:
  IssuingQueue() : account_(test::AddAccount(database, 1)) {
    settings_.signing_key_dir = test::SigningKeys();
  }

  PayableCase Paid(int serial, const std::string& paid_at = "2026-03-02 01:00:00") {
    const PayableCase one = test::AddPayableCase(database, account_, serial);
    test::AddPhotoAndForm(database, one, photo_);
    test::AddPaidPayment(database, one, serial, paid_at);
    return one;
  }
  void SetForm(const PayableCase& one, const std::string& form) {
    database.Run("UPDATE application_case SET form = '" + form +
                 "' WHERE id = " + std::to_string(one.id));
  }
  IssuedPapers Sweep(std::size_t limit) {
    return IssueWaitingPapers(database, settings_, now_, limit);
  }
  std::string StateOf(const PayableCase& one) {
    return database.Run("SELECT state FROM application_case WHERE id = " + std::to_string(one.id))
        .at(0)
        .Text("state");
  }

  Settings settings_;
  Instant now_ = std::chrono::sys_days{2026y / 3 / 2} + 2h;
  std::uint64_t account_;
  const std::string photo_ = test::SamplePhoto().jpeg;
};

// The housekeeping reads no payment again that had its receipt long ago.
TEST_F(IssuingQueue, TheLookAtAllPaymentsGoesBackToTheOneThatHasWaitedLongest) {
  const auto look = [&](std::chrono::days later) {
    return IssueAllWaitingPapers(database, settings_, now_ + later, 10).receipts;
  };
  Paid(1, "2026-03-02 01:00:00");
  Paid(2, "2026-03-03 01:00:00");
  settings_.signing_key_dir = "/nowhere";
  EXPECT_EQ(look(std::chrono::days(100)), 0u);
  EXPECT_EQ(sql::ReceiptsCheckedUntil(database), std::chrono::sys_days{2026y / 3 / 2} + 1h);
  settings_.signing_key_dir = test::SigningKeys();
  EXPECT_EQ(look(std::chrono::days(200)), 2u);
  EXPECT_EQ(sql::ReceiptsCheckedUntil(database), now_ + std::chrono::days(199));
  Paid(3, "2026-09-16 01:00:00");
  EXPECT_EQ(look(std::chrono::days(201)), 1u) << "committed a little later";
  EXPECT_EQ(look(std::chrono::days(150)), 0u);
  EXPECT_EQ(sql::ReceiptsCheckedUntil(database), now_ + std::chrono::days(200)) << "never back";
}

TEST_F(IssuingQueue, AnErrorWithOnePaperIsCountedAndTheNextIsIssued) {
  const PayableCase broken = Paid(1);
  const PayableCase sound = Paid(2);
  SetForm(broken, "no form at all");
  const IssuedPapers papers = Sweep(10);
  EXPECT_EQ(papers.broken, 1u);
  EXPECT_EQ(papers.permits, 1u);
  EXPECT_EQ(papers.receipts, 2u);
  EXPECT_EQ(StateOf(broken), "paid");
  EXPECT_EQ(StateOf(sound), "issued");
}

// The register brought a permit of the number that the case's own would bear.
TEST_F(IssuingQueue, ANumberThatAnotherPermitHasIsAnErrorAndNotAPaperThatIsNotDue) {
  const PayableCase taken = Paid(1);
  const PayableCase sound = Paid(2);
  database.Run(
      "INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until,"
      " loaded_at) SELECT '" +
      taken.receipt_number +
      "', 'single', MIN(id), '2026-01-01', '2026-12-31', '2026-12-31', '2026-01-01' FROM "
      "applicant");
  const IssuedPapers papers = Sweep(10);
  EXPECT_EQ(papers.broken, 1u);
  EXPECT_EQ(papers.permits, 1u);
  EXPECT_EQ(StateOf(taken), "paid");
  EXPECT_EQ(StateOf(sound), "issued");
}

TEST_F(IssuingQueue, ThoseThatCannotBePrintedTakeNobodysPlaceInARound) {
  for (int serial : {1, 2, 3}) SetForm(Paid(serial), "{\"taiwan_address\":\"路😀\"}");
  const PayableCase first = Paid(4);
  const PayableCase second = Paid(5);
  IssuedPapers papers = Sweep(1);
  EXPECT_EQ(papers.permits, 1u);
  EXPECT_EQ(papers.refused, 3u);
  EXPECT_EQ(papers.receipts, 1u) << "no more than the limit";
  EXPECT_EQ(StateOf(first), "issued");
  EXPECT_EQ(StateOf(second), "paid");
  papers = Sweep(1);
  EXPECT_EQ(papers.permits, 1u);
  EXPECT_EQ(StateOf(second), "issued");
}

TEST_F(IssuingQueue, WithoutAKeyARoundEndsAfterAsManyAsItMayIssue) {
  for (int serial : {1, 2, 3, 4, 5}) Paid(serial);
  const test::KeyFolder empty;
  settings_.signing_key_dir = empty.path();
  EXPECT_EQ(Sweep(2).refused, 4u) << "two receipts and two permits were tried";
}

TEST_F(IssuingQueue, AReceiptIsMadeHoweverLongAgoThePaymentWas) {
  Paid(1, "2024-01-05 01:00:00");
  EXPECT_EQ(Sweep(10).receipts, 1u);
}

TEST_F(IssuingQueue, APermitIsNotIssuedForMoneyThatWasTakenBackAfterTheRoundBegan) {
  const PayableCase one = Paid(1);
  database.Run("UPDATE payment SET state = 'revoked'");
  const Issue issue = database.Transact([&](sql::Transaction& transaction) {
    return IssuePermit(transaction, settings_, one.id, now_);
  });
  ASSERT_FALSE(issue.has_value());
  EXPECT_EQ(issue.error().reason, IssueRefusal::Reason::kNotDue);
  EXPECT_EQ(StateOf(one), "paid");
}

// As the bank's word and the issue at the same moment: whoever comes second waits for the first.
TEST_F(IssuingQueue, WhileAPermitIsIssuedItsPaymentIsHeld) {
  const PayableCase one = Paid(1);
  sql::Database other(test::PrivateDatabase::Shared().options());
  other.Run("SET SESSION innodb_lock_wait_timeout = 1");
  database.Transact([&](sql::Transaction& transaction) {
    EXPECT_TRUE(IssuePermit(transaction, settings_, one.id, now_).has_value());
    EXPECT_ANY_THROW(other.Run("UPDATE payment SET state = 'revoked'"));
  });
  EXPECT_EQ(StateOf(one), "issued");
}

}  // namespace
}  // namespace permit
