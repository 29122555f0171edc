#include "handlers/papers/permit.h"
#include "handlers/papers/receipt.h"
#include "handlers/papers/waiting_papers.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "fcgi/base/crypto.h"
#include "fcgi/base/settings.h"
#include "handlers/papers/key_making.h"
#include "handlers/papers/key_store.h"
#include "handlers/rules/visible_seal.h"
#include "sql/register_store.h"
#include "sql/seal_store.h"
#include "tests/support/paid_case.h"
#include "tests/support/papers/pdf_reader.h"
#include "tests/support/papers/sample_papers.h"
#include "tests/support/papers/signature_reader.h"
#include "tests/support/private_database.h"
#include "tests/support/signing_keys.h"

namespace permit {
namespace {

using namespace std::chrono_literals;
using test::PayableCase;

class Issuing : public test::DatabaseTest {
 protected:
  Issuing() : account_(test::AddAccount(database, 1)) {
    settings_.signing_key_dir = test::SigningKeys();
  }

  PayableCase Paid(int serial, const std::string& service = "exchange", int fee = 1000) {
    const PayableCase one = test::AddPayableCase(database, account_, serial, service, fee);
    test::AddPhotoAndForm(database, one, photo_);
    payment_ = test::AddPaidPayment(database, one, serial);
    return one;
  }

  Issue Permit(const PayableCase& one) {
    return database.Transact([&](sql::Transaction& transaction) {
      return IssuePermit(transaction, settings_, one.id, now_);
    });
  }
  Issue Receipt(std::uint64_t payment) {
    return database.Transact([&](sql::Transaction& transaction) {
      return IssueReceipt(transaction, settings_, payment, now_);
    });
  }

  // None: it was issued.
  static std::optional<IssueRefusal::Reason> ReasonOf(const Issue& issue) {
    return issue ? std::nullopt : std::optional(issue.error().reason);
  }

  std::string StateOf(const PayableCase& one) {
    return database.Run("SELECT state FROM application_case WHERE id = " + std::to_string(one.id))
        .at(0)
        .Text("state");
  }
  std::string PaperOf(const std::string& number) {
    return database
        .Run(
            "SELECT pdf FROM permit_paper pp JOIN entry_permit e ON e.id = pp.permit_id"
            " WHERE e.number = '" +
            number + "'")
        .at(0)
        .Text("pdf");
  }

  std::string ReceiptPaperOf(const std::string& number) {
    return database
        .Run(
            "SELECT pdf FROM receipt_paper rp JOIN receipt r ON r.id = rp.receipt_id"
            " WHERE r.number = '" +
            number + "'")
        .at(0)
        .Text("pdf");
  }

  Settings settings_;
  Instant now_ = std::chrono::sys_days{2026y / 3 / 2} + 2h;
  std::uint64_t account_;
  std::uint64_t payment_ = 0;
  const std::string photo_ = test::SamplePhoto().jpeg;
};

TEST_F(Issuing, APaidExchangeGetsItsPermitAndPaper) {
  const PayableCase one = Paid(1);
  test::RowWatch watch(database);
  const Issue issue = Permit(one);
  EXPECT_EQ(issue.value(), one.receipt_number);
  EXPECT_EQ(watch.Changes(),
            "application_case ~1 (open_permit_id, state, state_since)\n"
            "case_history +1\n"
            "entry_permit +1 ~1 (replaced_by, status)\n"
            "permit_paper +1\n"
            "permit_seal +1");
  EXPECT_EQ(StateOf(one), "issued");
  const auto permit = sql::FindPermitByNumber(database, one.receipt_number).value();
  EXPECT_EQ(FormatDate(permit.issued_on), "2026/03/02");
  EXPECT_EQ(FormatDate(permit.expires_on), "2028/03/02");
  EXPECT_EQ(FormatDate(permit.stay_until), "2028/03/02");
  const std::string text = test::PdfReader(PaperOf(one.receipt_number)).Text();
  for (const std::string& part : {one.receipt_number, std::string("陳小明"),
                                  std::string("T12345671"), std::string("臺北市羅斯福路四段1號"),
                                  std::string("廣東省"), std::string("入境日期：2026/02/01")}) {
    EXPECT_NE(text.find(part), text.npos) << part;
  }
}

TEST_F(Issuing, TheSecondCallFindsThePermitOfTheFirst) {
  const PayableCase one = Paid(1);
  Permit(one);
  test::RowWatch watch(database);
  EXPECT_EQ(Permit(one).value(), one.receipt_number);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(Issuing, AnUnpaidCaseGetsNothing) {
  const PayableCase one = test::AddPayableCase(database, account_, 1);
  test::AddPhotoAndForm(database, one, photo_);
  test::RowWatch watch(database);
  EXPECT_EQ(ReasonOf(Permit(one)), IssueRefusal::Reason::kNotDue);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(Issuing, AnApprovedCaseWithAFeeIsNotDueButOneWithoutIs) {
  const PayableCase priced = test::AddPayableCase(database, account_, 1);
  const PayableCase free = test::AddPayableCase(database, account_, 2, "data-change", 0);
  for (const PayableCase& one : {priced, free}) {
    test::AddPhotoAndForm(database, one, photo_);
    database.Run("UPDATE application_case SET state = 'approved' WHERE id = " +
                 std::to_string(one.id));
  }
  EXPECT_EQ(ReasonOf(Permit(priced)), IssueRefusal::Reason::kNotDue);
  EXPECT_TRUE(Permit(free).has_value());
  EXPECT_EQ(StateOf(free), "issued");
}

TEST_F(Issuing, AnExtensionAddsToTheStayAndADataChangeKeepsTheDates) {
  Permit(Paid(1, "extension", 300));
  const auto extended = sql::FindPermitByNumber(database, "115695200001").value();
  EXPECT_EQ(FormatDate(extended.stay_until), "2027/12/31");
  EXPECT_EQ(FormatDate(extended.expires_on), "2027/12/31");
  Permit(Paid(2, "data-change", 0));
  const auto changed = sql::FindPermitByNumber(database, "115695200002").value();
  EXPECT_EQ(FormatDate(changed.stay_until), "2026/12/31");
  EXPECT_EQ(FormatDate(changed.expires_on), "2026/12/31");
}

TEST_F(Issuing, PermitAndReceiptAreSignedWithTheDocumentKey) {
  const PayableCase one = Paid(1);
  Permit(one);
  const std::string receipt = ReceiptPaperOf(Receipt(payment_).value());
  const test::SignatureReader reader(test::SigningKeys() + "/ca.crt");
  for (const std::string& pdf : {PaperOf(one.receipt_number), receipt}) {
    const auto verdict = reader.Read(pdf);
    EXPECT_TRUE(verdict.good()) << verdict.report;
    EXPECT_EQ(test::PdfReader(pdf).Check(), "");
  }
}

TEST_F(Issuing, WhatARetiredKeySignedStillVerifiesAndItsSuccessorSignsTheNext) {
  const test::KeyFolder keys;
  const auto make = [&](std::chrono::sys_days from) {
    return MakeSigner(keys.path(), {.use = KeyUse::kDocument,
                                    .units = {"6952"},
                                    .from = from,
                                    .lasts = std::chrono::days(20 * 365)});
  };
  const std::string first = make(std::chrono::sys_days{2020y / 1 / 1});
  settings_.signing_key_dir = keys.path();
  Paid(1);
  const std::string before = ReceiptPaperOf(Receipt(payment_).value());
  make(std::chrono::sys_days{2021y / 1 / 1});
  RetireSigner(keys.path(), first);
  Paid(2);
  const std::string after = ReceiptPaperOf(Receipt(payment_).value());

  const test::SignatureReader reader(keys.path() + "/ca.crt");
  const auto old_verdict = reader.Read(before);
  const auto new_verdict = reader.Read(after);
  EXPECT_TRUE(old_verdict.good()) << old_verdict.report;
  EXPECT_TRUE(new_verdict.good()) << new_verdict.report;
  EXPECT_TRUE(KeyStore::Open(keys.path()).Find(first)->retired);
}

TEST_F(Issuing, WithoutADocumentKeyAReceiptWaitsAndNoSerialIsLost) {
  Paid(1);
  const test::KeyFolder empty;
  const std::string keys = settings_.signing_key_dir;
  settings_.signing_key_dir = empty.path();
  test::RowWatch watch(database);
  const Issue issue = Receipt(payment_);
  ASSERT_EQ(ReasonOf(issue), IssueRefusal::Reason::kNoKey);
  EXPECT_NE(issue.error().detail.find(empty.path()), issue.error().detail.npos)
      << issue.error().detail;
  EXPECT_EQ(watch.Changes().find("receipt"), std::string::npos);
  settings_.signing_key_dir = keys;
  EXPECT_EQ(Receipt(payment_).value(), "115-0000001");
}

TEST_F(Issuing, AnAddressThatCannotBePrintedLeavesTheCasePaid) {
  const PayableCase one = Paid(1);
  database.Run("UPDATE application_case SET form = '{\"taiwan_address\":\"路😀\"}'");
  test::RowWatch watch(database);
  const Issue issue = Permit(one);
  ASSERT_EQ(ReasonOf(issue), IssueRefusal::Reason::kUnprintable);
  EXPECT_NE(issue.error().detail.find("U+1F600"), issue.error().detail.npos)
      << issue.error().detail;
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(Issuing, WithoutAKeyACaseWaitsUntilThereIsOne) {
  const PayableCase one = Paid(1);
  const test::KeyFolder empty;
  for (const std::string& folder : {std::string(), std::string("/no/such"), empty.path()}) {
    settings_.signing_key_dir = folder;
    test::RowWatch watch(database);
    const Issue issue = Permit(one);
    ASSERT_EQ(ReasonOf(issue), IssueRefusal::Reason::kNoKey);
    EXPECT_NE(issue.error().detail.find(folder.empty() ? "signing.key_dir" : folder),
              issue.error().detail.npos)
        << issue.error().detail;
    EXPECT_EQ(IssueWaitingPapers(database, settings_, now_, 100).permits, 0u);
    EXPECT_EQ(StateOf(one), "paid");
    EXPECT_EQ(watch.Changes().find("permit"), std::string::npos);
  }
  settings_.signing_key_dir = test::SigningKeys();
  EXPECT_EQ(IssueWaitingPapers(database, settings_, now_, 100).permits, 1u);
  EXPECT_EQ(StateOf(one), "issued");
}

TEST_F(Issuing, AUnitThatTheCertificateDoesNotNameIsNotSealed) {
  const PayableCase one = Paid(1);
  database.Run("UPDATE application_case SET receipt_number = '115700100001'");
  const Issue issue = Permit(one);
  ASSERT_EQ(ReasonOf(issue), IssueRefusal::Reason::kNoKey);
  EXPECT_NE(issue.error().detail.find("115700100001"), issue.error().detail.npos)
      << issue.error().detail;
}

TEST_F(Issuing, TheSealOnThePaperIsTheStoredOneAndVerifies) {
  constexpr views::Box kLowerLeft{10, 190, 50, 95};
  const KeyStore keys = KeyStore::Open(test::SigningKeys());
  const Signer& signer = *keys.Find("TWNI001");
  for (int serial = 1; serial <= 3; ++serial) {
    const PayableCase one = Paid(serial);
    Permit(one);
    const auto permit = sql::FindPermitByNumber(database, one.receipt_number).value();
    const sql::Row row = database
                             .Run("SELECT signer, seal FROM permit_seal WHERE permit_id = " +
                                  std::to_string(permit.id))
                             .at(0);
    const std::string seal = row.Text("seal");
    EXPECT_EQ(row.Text("signer"), "TWNI001");
    EXPECT_EQ(seal.size(), 146u);
    const test::PdfReader reader(PaperOf(one.receipt_number));
    EXPECT_EQ(reader.ZbarBytes(200, kLowerLeft), seal);
    EXPECT_EQ(reader.ZxingBytes(200, kLowerLeft), seal);
    const auto read = ReadSeal(seal);
    ASSERT_TRUE(read.has_value());
    const SealReading& reading = *read;
    EXPECT_TRUE(VerifyRaw(*signer.certificate, reading.signed_part, reading.signature));
    EXPECT_EQ(PermitNumber(reading.content.zone.number, SubjectUnits(*signer.certificate)),
              one.receipt_number);
    EXPECT_EQ(reading.content.issued_on, permit.issued_on);
    EXPECT_EQ(reading.content.zone.expires_on, permit.expires_on);
    EXPECT_EQ(StayEnd(permit.issued_on, reading.content.stay), permit.stay_until);
    EXPECT_EQ(reading.content.travel_document, "T12345671");
  }
}

TEST_F(Issuing, EveryFlippedBitOfASealIsRefused) {
  Permit(Paid(1));
  const std::string seal = database.Run("SELECT seal FROM permit_seal").at(0).Text("seal");
  const KeyStore keys = KeyStore::Open(test::SigningKeys());
  const auto verifies = [&](const std::string& bytes) {
    const auto reading = ReadSeal(bytes);
    if (!reading) return false;
    const Signer* signer = keys.Find(reading->content.signer);
    return signer != nullptr &&
           VerifyRaw(*signer->certificate, reading->signed_part, reading->signature);
  };
  EXPECT_TRUE(verifies(seal));
  for (std::size_t bit = 0; bit < seal.size() * 8; ++bit) {
    std::string other = seal;
    other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << bit % 8));
    EXPECT_FALSE(verifies(other)) << "bit " << bit;
  }
}

TEST_F(Issuing, ACaseWithoutAPhotoStaysPaid) {
  const PayableCase one = Paid(1);
  database.Run("DELETE FROM upload");
  EXPECT_EQ(ReasonOf(Permit(one)), IssueRefusal::Reason::kUnprintable);
  EXPECT_EQ(StateOf(one), "paid");
}

TEST_F(Issuing, ThePhotoThatACorrectionReplacedIsNotOnThePermit) {
  const PayableCase one = Paid(1);
  database.Run("UPDATE upload SET replaced_at = '2026-03-01 12:00:00'");
  EXPECT_EQ(ReasonOf(Permit(one)), IssueRefusal::Reason::kUnprintable);
}

TEST_F(Issuing, ReceiptsAreNumberedWithoutGaps) {
  std::vector<std::string> numbers;
  for (int serial = 1; serial <= 3; ++serial) {
    Paid(serial);
    if (serial == 2) {
      // A receipt that cannot be drawn takes no number.
      database.Run("UPDATE applicant SET chinese_name = '陳😀'");
      EXPECT_EQ(ReasonOf(Receipt(payment_)), IssueRefusal::Reason::kUnprintable);
      database.Run("UPDATE applicant SET chinese_name = '陳小明'");
    }
    numbers.push_back(Receipt(payment_).value());
  }
  EXPECT_EQ(numbers, (std::vector<std::string>{"115-0000001", "115-0000002", "115-0000003"}));
}

TEST_F(Issuing, AReceiptThatWasRolledBackLeavesNoGap) {
  Paid(1);
  database.Transact([&](sql::Transaction& transaction) {
    IssueReceipt(transaction, settings_, payment_, now_);
    transaction.Abandon();
  });
  EXPECT_EQ(Receipt(payment_).value(), "115-0000001");
}

TEST_F(Issuing, AReceiptIsMadeOnceAPayment) {
  Paid(1);
  const std::string number = Receipt(payment_).value();
  test::RowWatch watch(database);
  EXPECT_EQ(Receipt(payment_).value(), number);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(Issuing, AReceiptSaysTheMoney) {
  Paid(1);
  Receipt(payment_);
  const std::string pdf = database.Run("SELECT pdf FROM receipt_paper").at(0).Text("pdf");
  const std::string text = test::PdfReader(pdf).Text();
  for (const std::string part : {"115-0000001", "陳小明", "新臺幣壹仟元整", "NT$1,000",
                                 "115695200001", "2026-03-0209:00:00"}) {
    EXPECT_NE(text.find(part), text.npos) << part;
  }
  EXPECT_EQ(database.Run("SELECT sha256 FROM receipt_paper").at(0).Text("sha256"),
            HexEncode(Sha256(pdf)));
}

TEST_F(Issuing, WhatIsWaitingIsIssuedInOneSweep) {
  for (int serial = 1; serial <= 3; ++serial) Paid(serial);
  database.Run(
      "UPDATE application_case SET form = '{\"taiwan_address\":\"路😀\"}'"
      " WHERE receipt_number = '115695200002'");
  IssuedPapers papers = IssueWaitingPapers(database, settings_, now_, 100);
  EXPECT_EQ(papers.receipts, 3u);
  EXPECT_EQ(papers.permits, 2u);
  EXPECT_EQ(papers.refused, 1u);
  papers = IssueWaitingPapers(database, settings_, now_, 100);
  EXPECT_EQ(papers.receipts, 0u);
  EXPECT_EQ(papers.permits, 0u);
  EXPECT_EQ(papers.refused, 1u);
}

// Processes that sweep at the same time, as two machines would.
TEST_F(Issuing, SweepsAtTheSameTimeMakeEachPaperOnce) {
  constexpr int kCases = 6;
  constexpr int kProcesses = 4;
  for (int serial = 1; serial <= kCases; ++serial) Paid(serial);
  database.Disconnect();
  std::vector<pid_t> children;
  for (int i = 0; i < kProcesses; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      sql::Database own(test::PrivateDatabase::Shared().options());
      int status = 0;
      try {
        IssueWaitingPapers(own, settings_, now_, 100);
      } catch (const std::exception& error) {
        std::fprintf(stderr, "sweep: %s\n", error.what());
        status = 1;
      }
      own.Disconnect();
      _exit(status);
    }
    children.push_back(child);
  }
  for (pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  IssueWaitingPapers(database, settings_, now_, 100);
  const auto count = [&](const std::string& table) {
    return database.Run("SELECT COUNT(*) AS n FROM " + table).at(0).Int("n");
  };
  EXPECT_EQ(count("receipt"), kCases);
  EXPECT_EQ(count("receipt_paper"), kCases);
  EXPECT_EQ(count("permit_paper"), kCases);
  EXPECT_EQ(count("permit_seal"), kCases);
  EXPECT_EQ(count("application_case WHERE state = 'issued'"), kCases);
  EXPECT_EQ(database.Run("SELECT MAX(number) AS n FROM receipt").at(0).Text("n"), "115-0000006");
}

// A process that is killed while it waits for a table, at each that issuing comes to.
TEST_F(Issuing, AProcessKilledAtAnyStepLeavesNothingHalfDone) {
  int serial = 0;
  for (const std::string table : {"entry_permit", "upload", "case_history", "permit_paper",
                                  "permit_seal", "receipt", "receipt_paper"}) {
    const PayableCase one = Paid(++serial);
    const bool receipt_first = table.starts_with("receipt");
    if (!receipt_first) Receipt(payment_);
    test::RowWatch watch(database);
    database.Disconnect();

    sql::Database other(test::PrivateDatabase::Shared().options());
    other.Run("LOCK TABLES " + table + " WRITE");
    const pid_t child = fork();
    if (child == 0) {
      sql::Database own(test::PrivateDatabase::Shared().options());
      IssueWaitingPapers(own, settings_, now_, 100);
      _exit(0);
    }
    while (database
               .Run("SELECT COUNT(*) AS n FROM information_schema.processlist"
                    " WHERE state LIKE 'Waiting for table%lock'")
               .at(0)
               .Int("n") == 0) {
      database.Run("SELECT SLEEP(0.01) AS n");
    }
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << table;
    other.Run("UNLOCK TABLES");
    // Whoever looks again within a tenth of a second is shown what he was shown before.
    while (database.Run("SELECT COUNT(*) AS n FROM information_schema.innodb_trx").at(0).Int("n") !=
           0) {
      database.Run("SELECT SLEEP(0.12) AS n");
    }
    EXPECT_EQ(watch.Changes(), "") << table;
    EXPECT_EQ(StateOf(one), "paid") << table;

    IssueWaitingPapers(database, settings_, now_, 100);
    IssueWaitingPapers(database, settings_, now_, 100);
    EXPECT_EQ(StateOf(one), "issued") << table;
    for (const std::string made : {"permit_paper", "permit_seal", "receipt", "receipt_paper"}) {
      EXPECT_EQ(database.Run("SELECT COUNT(*) AS n FROM " + made).at(0).Int("n"), serial)
          << made << " after " << table;
    }
  }
}

}  // namespace
}  // namespace permit
