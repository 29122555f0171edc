#include <utility>

#include "handlers/jobs/reconcile_payments.h"
#include "handlers/payment/ask.h"
#include "handlers/payment/money.h"
#include "handlers/web/paths.h"
#include "sql/paper_store.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/support/paid_case.h"
#include "tests/support/papers/sample_papers.h"

namespace permit::test {
namespace {

using payment::AskAboutPayment;
using payment::Asked;

class RevokedPaymentTest : public PaymentSiteTest {
 protected:
  // The bank stamps its money in real time.
  RevokedPaymentTest() {
    clock.Set(StartOfDay(TaipeiDate(SystemClock().Now())) + std::chrono::hours(1));
    LogIn(browser, account);
  }
  std::string PaidAtPlatform() {
    std::string reference = Choose("egov-account", {exchange.group_number});
    EXPECT_TRUE(GoToBank(reference));
    Bank().AtPlatform(reference, "pay");
    EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kPaid);
    return reference;
  }
  std::string PaidByCard() {
    std::string reference = Choose("credit-card", {exchange.group_number});
    EXPECT_TRUE(GoToBank(reference));
    Bank().Pay(reference);
    Notify(LastNotice(reference));
    EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
    return reference;
  }
  void PassADay() { clock.Advance(std::chrono::days(1) + std::chrono::minutes(1)); }

  void ExpectRevoked(const std::string& reference) {
    EXPECT_EQ(StateOf(reference), PaymentState::kRevoked);
    EXPECT_EQ(CaseStateOf(exchange), "paid");
    EXPECT_EQ(Count("payment_exception WHERE kind = 'revoked' AND amount = -1000"), 1);
    EXPECT_EQ(Sum("collector"), 0) << "nobody owes the agency this money any more but the payer";
    EXPECT_EQ(Sum("suspense"), 1000);
    EXPECT_EQ(Sum("fee"), -1000);
    ExpectBalance();
  }
};

TEST_F(RevokedPaymentTest, ASuccessThatThePlatformTakesBackIsAnExceptionWithItsBooking) {
  std::string reference = PaidAtPlatform();
  Bank().AtPlatform(reference, "revoke");
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kNothingToAsk) << "not due yet";
  PassADay();
  RowWatch watch(database);
  Reconciled done = ReconcilePayments(services);
  EXPECT_EQ(done.exceptions, 1u);
  EXPECT_EQ(watch.Changes(),
            "ledger_entry +2\n"
            "outbox +1\n"
            "payment ~1 (next_ask_at, state, state_since)\n"
            "payment_exception +1\n"
            "payment_history +1");
  ExpectRevoked(reference);
  LogIn(browser, account);
  Response page = browser.Get(PaymentPath(reference));
  EXPECT_NE(page.body.find("銀行已撤回這筆款項"), std::string::npos);
  EXPECT_EQ(page.body.find("交易成功"), std::string::npos);
  watch.Changes();
  PassADay();
  EXPECT_EQ(ReconcilePayments(services).asked, 0u);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(RevokedPaymentTest, ThePayerIsToldAndKeepsTheReceipt) {
  const std::string reference = PaidAtPlatform();
  const std::string receipts = std::string(kStudent) + "/download/receipts";
  const std::string list = browser.Get(receipts).body;
  const std::size_t link = list.find(receipts + "/");
  ASSERT_NE(link, std::string::npos);
  const std::string paper = list.substr(link, list.find('"', link) - link);
  EXPECT_EQ(list.find("銀行已撤回款項"), std::string::npos);
  Bank().AtPlatform(reference, "revoke");
  PassADay();
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kRevoked);

  const sql::Row mail =
      database
          .Run("SELECT recipient, text_body FROM outbox WHERE cause_key = 'payment-revoked:" +
               reference + "'")
          .at(0);
  EXPECT_EQ(mail.Text("recipient"), "student1@example.org");
  EXPECT_NE(mail.Text("text_body").find(PaymentPath(reference)), std::string::npos);
  EXPECT_NE(mail.Text("text_body").find(exchange.receipt_number), std::string::npos);

  LogIn(browser, account);
  const std::string now = browser.Get(receipts).body;
  EXPECT_NE(now.find(paper), std::string::npos) << "the receipt is still there";
  EXPECT_NE(now.find(PaymentPath(reference)), std::string::npos) << "the list leads to the reason";
  EXPECT_NE(now.find("銀行已撤回款項"), std::string::npos);
  EXPECT_EQ(browser.Get(paper).body.substr(0, 5), "%PDF-");
}

TEST_F(RevokedPaymentTest, ACardPaymentThatIsRefusedAfterwardsIsOneToo) {
  std::string reference = PaidByCard();
  Bank().Revoke(reference);
  PassADay();
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kRevoked);
  ExpectRevoked(reference);
}

TEST_F(RevokedPaymentTest, ASuccessThatStandsIsAskedAboutOnceADayForTheConfiguredDays) {
  std::string reference = PaidAtPlatform();
  std::size_t questions = 0;
  for (int day = 0; day < 10; ++day) {
    PassADay();
    Reconciled done = ReconcilePayments(services);
    questions += done.asked;
    EXPECT_EQ(done.exceptions, 0u);
  }
  EXPECT_EQ(questions, static_cast<std::size_t>(settings.recheck_days));
  EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
  EXPECT_EQ(Count("ledger_entry"), 2);
}

TEST_F(RevokedPaymentTest, SilenceAndAnAnswerThatKnowsNothingTakeNoSuccessBack) {
  std::string reference = PaidAtPlatform();
  Bank().AtPlatform(reference, "revoke");
  PassADay();
  for (const char* fault : {"query-down", "query-rubbish"}) {
    Bank().Spoil(fault);
    EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kNoReply) << fault;
    EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
    clock.Advance(std::chrono::minutes(settings.ask_after_minutes));
  }
  auto real = sql::FindPayment(database, reference)->session_key;
  database.Run("UPDATE payment SET session_key = 'not known there'");
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kPaid);
  EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
  database.Run("UPDATE payment SET session_key = '" + real + "'");
  PassADay();
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kRevoked);
  ExpectRevoked(reference);
}

TEST_F(RevokedPaymentTest, ALateNoticeOfARefusalTakesNoSuccessBack) {
  std::string reference = PaidByCard();
  RowWatch watch(database);
  EXPECT_EQ(Notify(Resealed(LastNotice(reference), "RtnCode", "10100248")).body, "1|OK");
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(RevokedPaymentTest, MoneyThatComesForARevokedPaymentIsTheCashiers) {
  std::string reference = PaidByCard();
  Bank().Revoke(reference);
  PassADay();
  AskAboutPayment(services, reference, "job");
  EXPECT_EQ(Notify(Resealed(LastNotice(reference), "TradeNo", "ANOTHER1")).body, "1|OK");
  EXPECT_EQ(StateOf(reference), PaymentState::kRevoked);
  EXPECT_EQ(Count("payment_exception WHERE kind = 'second-payment' AND amount = 1000"), 1);
  EXPECT_EQ(Sum("suspense"), 0) << "what came makes good what went";
  ExpectBalance();
}

TEST_F(RevokedPaymentTest, APermitThatWaitsIsNotIssuedForMoneyThatWentAway) {
  std::string reference = PaidAtPlatform();
  database.Run("SET @append_only_except = 'receipt,receipt_paper'");
  database.Run("DELETE FROM receipt_paper");
  database.Run("DELETE FROM receipt");
  EXPECT_EQ(sql::CasesWithoutPermit(database, 0, 10), std::vector<std::uint64_t>{exchange.id});
  EXPECT_EQ(sql::PaymentsWithoutReceipt(database, 0, 10).size(), 1u);
  Bank().AtPlatform(reference, "revoke");
  PassADay();
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kRevoked);
  EXPECT_TRUE(sql::CasesWithoutPermit(database, 0, 10).empty());
  EXPECT_TRUE(sql::PaymentsWithoutReceipt(database, 0, 10).empty());
}

TEST_F(RevokedPaymentTest, OnceTheCashierHasTheFeeThePaymentCountsAndThePapersGo) {
  AddPhotoAndForm(database, exchange, SamplePhoto().jpeg);
  const std::string keys = std::exchange(settings.signing_key_dir, "");
  std::string reference = PaidAtPlatform();
  ASSERT_EQ(CaseStateOf(exchange), "paid") << "no paper without a key";
  Bank().AtPlatform(reference, "revoke");
  PassADay();
  ASSERT_EQ(AskAboutPayment(services, reference, "job"), Asked::kRevoked);
  settings.signing_key_dir = keys;
  ReconcilePayments(services);
  ASSERT_EQ(CaseStateOf(exchange), "paid") << "the permit waits for the money";

  RowWatch watch(database);
  EXPECT_TRUE(database.Transact([&](sql::Transaction& transaction) {
    return payment::MakeGood(services, transaction, reference, "operator:lin", "at the counter");
  }));
  EXPECT_EQ(watch.Changes(),
            "ledger_entry +2\n"
            "payment ~1 (state)\n"
            "payment_exception ~1 (note, resolved_at, resolved_by)\n"
            "payment_history +1");
  EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
  EXPECT_EQ(Sum("suspense"), 0);
  EXPECT_EQ(Sum("closed"), 1000);
  EXPECT_EQ(Sum("fee"), -1000);
  ExpectBalance();
  Reconciled done = ReconcilePayments(services);
  EXPECT_EQ(done.asked, 0u) << "the bank has nothing more to say about it";
  EXPECT_EQ(done.receipts, 1u);
  EXPECT_EQ(done.permits, 1u);
  EXPECT_EQ(CaseStateOf(exchange), "issued");
  LogIn(browser, account);
  EXPECT_NE(browser.Get(PaymentPath(reference)).body.find("交易成功"), std::string::npos);
  EXPECT_FALSE(database.Transact([&](sql::Transaction& transaction) {
    return payment::MakeGood(services, transaction, reference, "operator:lin", "again");
  }));
}

}  // namespace
}  // namespace permit::test
