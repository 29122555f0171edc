#include "handlers/payment/ask.h"
#include "handlers/payment/ecpay_gateway.h"
#include "handlers/web/paths.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/support/lent_gateway.h"

namespace permit::test {
namespace {

using payment::AskAboutPayment;
using payment::Asked;

class CardPaymentTest : public PaymentSiteTest {
 protected:
  std::string AtBank() {
    std::string reference = Choose("credit-card", {exchange.group_number});
    EXPECT_TRUE(GoToBank(reference));
    return reference;
  }
  // What must hold when the money of the exchange case came once.
  void ExpectPaidOnce(const std::string& reference) {
    EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
    EXPECT_EQ(CaseStateOf(exchange), "paid");
    EXPECT_EQ(CaseStateOf(extension), "awaiting-payment");
    EXPECT_EQ(Count("payment WHERE state = 'paid'"), 1);
    EXPECT_EQ(Count("receipt"), 1);
    EXPECT_EQ(Count("outbox WHERE cause_key LIKE 'payment-received:%'"), 1);
    EXPECT_EQ(Sum("collector"), 1000);
    EXPECT_EQ(Sum("fee"), -1000);
    ExpectBalance();
  }
};

TEST_F(CardPaymentTest, TheNoticeSettlesThePaymentItsCaseTheBooksTheMailAndTheReceipt) {
  std::string reference = AtBank();
  Bank().Pay(reference);
  RowWatch watch(database);
  Response answer = Notify(LastNotice(reference));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "1|OK");
  EXPECT_EQ(watch.Changes(),
            "application_case ~1 (state, state_since)\n"
            "case_history +1\n"
            "counter +1\n"
            "ledger_entry +2\n"
            "outbox +1\n"
            "payment ~1 (next_ask_at, paid_at, state, trade_number)\n"
            "payment_history +1\n"
            "receipt +1\n"
            "receipt_paper +1");
  ExpectPaidOnce(reference);
  Response page = browser.Get(PaymentPath(reference));
  EXPECT_NE(page.body.find("交易成功"), std::string::npos);
  EXPECT_NE(page.body.find("NT$1,000"), std::string::npos);
  EXPECT_TRUE(HeaderOf(page, "Refresh").empty());
}

// The permit is what the student has paid for; the receipt stands behind it.
TEST_F(CardPaymentTest, AfterThePaymentThePermitComesFirst) {
  const std::string reference = AtBank();
  Bank().Pay(reference);
  Notify(LastNotice(reference));
  const auto at = [&](const std::string& what) {
    return browser.Get(PaymentPath(reference) + "?lang=en").body.find(what, 0);
  };
  EXPECT_NE(at("Your permit is being prepared."), std::string::npos);
  database.Run("UPDATE application_case SET state = 'issued' WHERE id = " +
               std::to_string(exchange.id));
  const std::string permit = "/download/permits/" + exchange.receipt_number + ".pdf";
  const std::string main = browser.Get(PaymentPath(reference) + "?lang=en").body;
  const std::size_t content = main.find("<main");
  EXPECT_LT(main.find(permit, content), main.find("/download/receipts\"", content));
  EXPECT_NE(main.find("Your permit is ready."), std::string::npos);
  const sql::Row mail =
      database.Run("SELECT text_body FROM outbox WHERE cause_key LIKE 'payment-received:%'").at(0);
  EXPECT_NE(mail.Text("text_body").find("/download/permits\n"), std::string::npos);
  EXPECT_EQ(mail.Text("text_body").find("/download/receipts\n"), std::string::npos);
}

TEST_F(CardPaymentTest, TheOnlyGroupToPayForIsTicked) {
  const auto ticked = [&](const std::string& query) {
    const std::string page = browser.Get(std::string(kPaymentListPath) + query).body;
    std::size_t count = 0;
    for (std::size_t at = 0; (at = page.find(" checked>", at)) != page.npos; ++at) ++count;
    return count;
  };
  EXPECT_EQ(ticked(""), 0u) << "of two the student chooses";
  EXPECT_EQ(ticked("?all=yes"), 2u);
  database.Run("UPDATE application_case SET state = 'issued' WHERE id = " +
               std::to_string(extension.id));
  EXPECT_EQ(ticked(""), 1u);
}

TEST_F(CardPaymentTest, TheSameNoticeAgainChangesNothing) {
  std::string reference = AtBank();
  Bank().Pay(reference);
  Notify(LastNotice(reference));
  RowWatch watch(database);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(Notify(LastNotice(reference)).body, "1|OK");
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(CardPaymentTest, TheBrowsersReturnChangesNothingAndThePageSaysSo) {
  std::string reference = AtBank();
  Bank().Pay(reference);
  RowWatch watch(database);
  Browser returning(dispatcher);
  Response back = returning.Post(GatewayReturnPath(reference), {{"RtnCode", "1"}});
  EXPECT_EQ(HeaderOf(back, "Location"), PaymentPath(reference));
  Response page = browser.Get(PaymentPath(reference));
  EXPECT_NE(page.body.find("尚未收到銀行的付款確認"), std::string::npos);
  EXPECT_EQ(HeaderOf(page, "Refresh"), "5");
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(CardPaymentTest, AForgedNoticeIsRefusedAndChangesNothing) {
  std::string reference = AtBank();
  Bank().Pay(reference, "forged");
  RowWatch watch(database);
  Response answer = Notify(LastNotice(reference));
  EXPECT_EQ(answer.status, 400);
  EXPECT_NE(answer.body, "1|OK");
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(CardPaymentTest, ASimulatedNoticeIsAcknowledgedAndPaysNothing) {
  std::string reference = AtBank();
  Bank().Pay(reference, "simulated");
  RowWatch watch(database);
  EXPECT_EQ(Notify(LastNotice(reference)).body, "1|OK");
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(CardPaymentTest, ANoticeOfAnotherAmountIsNotBelievedUntilTheBankIsAsked) {
  std::string reference = AtBank();
  Bank().Pay(reference, "wrong-amount");
  RowWatch watch(database);
  EXPECT_EQ(Notify(LastNotice(reference)).body, "1|OK");
  EXPECT_EQ(watch.Changes(), "payment ~1 (next_ask_at)");
  EXPECT_EQ(sql::PaymentsToAsk(database, SettledBy::kGateway, clock.Now()),
            std::vector<std::string>{reference});
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kPaid);
  ExpectPaidOnce(reference);
}

TEST_F(CardPaymentTest, ALostNoticeIsFoundByAsking) {
  std::string reference = AtBank();
  Bank().Pay(reference, "lost");
  EXPECT_TRUE(Bank().Notices(reference).empty());
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kPaid);
  ExpectPaidOnce(reference);
  RowWatch watch(database);
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kNothingToAsk);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(CardPaymentTest, ANoticeAfterTheAnswerChangesNothing) {
  std::string reference = AtBank();
  Bank().Pay(reference);
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kPaid);
  RowWatch watch(database);
  EXPECT_EQ(Notify(LastNotice(reference)).body, "1|OK");
  EXPECT_EQ(watch.Changes(), "");
  ExpectPaidOnce(reference);
}

TEST_F(CardPaymentTest, RefusedThenPaidIsPaidInEitherOrderOfTheNotices) {
  std::string reference = AtBank();
  Bank().Pay(reference);
  StandInBank::Fields paid = LastNotice(reference);
  StandInBank::Fields refused = Resealed(paid, "RtnCode", "10100248");
  EXPECT_EQ(Notify(refused).body, "1|OK");
  EXPECT_EQ(StateOf(reference), PaymentState::kFailed);
  EXPECT_NE(browser.Get(PaymentPath(reference)).body.find("交易失敗"), std::string::npos);
  EXPECT_EQ(Notify(paid).body, "1|OK");
  ExpectPaidOnce(reference);
  RowWatch watch(database);
  EXPECT_EQ(Notify(refused).body, "1|OK");
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(CardPaymentTest, ACodeThatTellsNothingLeavesThePaymentAtTheBankAndAQuestionDue) {
  std::string reference = AtBank();
  Bank().Pay(reference);
  RowWatch watch(database);
  for (const char* code : {"10300066", "10100099"}) {
    EXPECT_EQ(Notify(Resealed(LastNotice(reference), "RtnCode", code)).body, "1|OK");
    EXPECT_EQ(StateOf(reference), PaymentState::kAtBank) << code;
  }
  EXPECT_EQ(watch.Changes(), "payment ~1 (next_ask_at)");
  const std::string page = browser.Get(PaymentPath(reference)).body;
  EXPECT_NE(page.find("請勿重複繳費"), std::string::npos) << page;
  EXPECT_EQ(page.find("交易失敗"), std::string::npos);
  EXPECT_EQ(sql::PaymentsToAsk(database, SettledBy::kGateway, clock.Now()),
            std::vector<std::string>{reference});
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kPaid);
  ExpectPaidOnce(reference);
}

TEST_F(CardPaymentTest, APaymentDateFarFromNowIsReplacedByOurTime) {
  std::string reference = AtBank();
  Bank().Pay(reference);
  const auto paid_at = [&] { return sql::FindPayment(database, reference)->paid_at; };
  EXPECT_EQ(Notify(Resealed(LastNotice(reference), "PaymentDate", "1911/01/01 00:00:00")).body,
            "1|OK");
  EXPECT_EQ(paid_at(), clock.Now());
  ExpectPaidOnce(reference);
  const std::string other = Choose("credit-card", {extension.group_number});
  ASSERT_TRUE(GoToBank(other));
  Bank().Pay(other);
  Notify(Resealed(LastNotice(other), "PaymentDate",
                  FormatDate(AddDays(TaipeiDate(clock.Now()), -30)) + " 09:30:00"));
  EXPECT_EQ(sql::FindPayment(database, other)->paid_at,
            StartOfDay(AddDays(TaipeiDate(clock.Now()), -30)) + std::chrono::minutes(9 * 60 + 30));
}

TEST_F(CardPaymentTest, ABankThatIsDownOrTalksRubbishLeavesThePaymentToTheNextRound) {
  std::string reference = AtBank();
  Bank().Pay(reference, "lost");
  for (const char* fault : {"query-down", "query-rubbish"}) {
    Bank().Spoil(fault);
    EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kNoReply) << fault;
    EXPECT_EQ(StateOf(reference), PaymentState::kAtBank);
  }
  clock.Advance(std::chrono::minutes(settings.ask_after_minutes));
  EXPECT_EQ(sql::PaymentsToAsk(database, SettledBy::kGateway, clock.Now()),
            std::vector<std::string>{reference});
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kPaid);
}

TEST_F(CardPaymentTest, ASlowBankHoldsNobodyPastTheConfiguredPatience) {
  std::string reference = AtBank();
  Bank().Pay(reference, "lost");
  payment::EcpayGateway hasty({.root_url = Bank().url(),
                               .merchant = "3002607",
                               .hash_key = "pwFHCqoQZGmho4w6",
                               .hash_iv = "EkRm7iFT261dpevs",
                               .payer_patience = std::chrono::milliseconds(200)});
  UseGateways(Lent(hasty), e_government);
  browser.Get(PaymentPath(reference));
  Bank().Spoil("query-slow");
  auto before = std::chrono::steady_clock::now();
  Response page = browser.Follow(browser.Post(PaymentPath(reference, "ask")));
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(15))
      << "the bank takes thirty";
  EXPECT_NE(page.body.find("目前無法連線至銀行"), std::string::npos);
  EXPECT_NE(page.body.find("尚未收到銀行的付款確認"), std::string::npos);
  EXPECT_EQ(StateOf(reference), PaymentState::kAtBank);
  UseGateways(gateway, e_government);
  clock.Advance(std::chrono::seconds(31));
  page = browser.Follow(browser.Post(PaymentPath(reference, "ask")));
  EXPECT_NE(page.body.find("交易成功"), std::string::npos);
  ExpectPaidOnce(reference);
}

TEST_F(CardPaymentTest, ANoticeThatComesAfterTheExpiryStillCounts) {
  std::string reference = AtBank();
  clock.Advance(std::chrono::hours(settings.checkout_hours) + std::chrono::hours(1));
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kExpired);
  Bank().Pay(reference);
  EXPECT_EQ(Notify(LastNotice(reference)).body, "1|OK");
  ExpectPaidOnce(reference);
}

TEST_F(CardPaymentTest, ANoticeOfAnotherAmountForAVoidPaymentMovesNoMoney) {
  std::string given_up = AtBank();
  std::string reference = AtBank();
  Bank().Pay(given_up, "wrong-amount");
  StandInBank::Fields wrong = LastNotice(given_up);
  Bank().Pay(reference);
  Notify(LastNotice(reference));
  EXPECT_EQ(Notify(wrong).body, "1|OK");
  ExpectPaidOnce(reference);
  EXPECT_EQ(AskAboutPayment(services, given_up, "job"), Asked::kException);
  EXPECT_EQ(Count("payment_exception WHERE kind = 'second-payment' AND amount = 1000"), 1);
  EXPECT_EQ(StateOf(given_up), PaymentState::kVoided);
  ExpectBalance();
}

TEST_F(CardPaymentTest, TheBrowserThatComesBackAfterTheNoticeSeesTheResult) {
  std::string reference = AtBank();
  Bank().Pay(reference);
  Notify(LastNotice(reference));
  RowWatch watch(database);
  for (int times = 0; times < 2; ++times) {
    Browser returning(dispatcher);
    Response back = returning.Post(GatewayReturnPath(reference), {{"RtnCode", "10100248"}});
    EXPECT_NE(browser.Get(HeaderOf(back, "Location")).body.find("交易成功"), std::string::npos);
  }
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(CardPaymentTest, ACrashWhileAskingIsSeenAndAskedAboutAgain) {
  std::string reference = AtBank();
  Bank().Pay(reference, "lost");
  // As a worker that is killed between its first transaction and the question leaves it.
  database.Transact([&](sql::Transaction& transaction) {
    auto payment = sql::LockPayment(transaction, reference);
    sql::MovePayment(transaction, *payment, {PaymentEvent::kAsk, "job", ""}, clock.Now());
  });
  Response page = browser.Get(PaymentPath(reference));
  EXPECT_NE(page.body.find("銀行確認中"), std::string::npos);
  clock.Advance(std::chrono::minutes(settings.ask_after_minutes));
  ASSERT_EQ(sql::PaymentsToAsk(database, SettledBy::kGateway, clock.Now()),
            std::vector<std::string>{reference});
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kPaid);
  ExpectPaidOnce(reference);
}

TEST_F(CardPaymentTest, ThePayerMayAskAndSeesTheTruth) {
  std::string reference = AtBank();
  Bank().Pay(reference, "lost");
  browser.Get(PaymentPath(reference));
  Response page = browser.Follow(browser.Post(PaymentPath(reference, "ask")));
  EXPECT_NE(page.body.find("交易成功"), std::string::npos);
  ExpectPaidOnce(reference);
}

TEST_F(CardPaymentTest, AnUnpaidPaymentExpiresOnlyAfterTheBankSaidSo) {
  std::string reference = AtBank();
  clock.Advance(std::chrono::hours(settings.checkout_hours) + std::chrono::hours(1));
  Bank().Spoil("query-down");
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kNoReply);
  EXPECT_EQ(StateOf(reference), PaymentState::kAtBank);
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kExpired);
  EXPECT_EQ(StateOf(reference), PaymentState::kExpired);
  EXPECT_TRUE(sql::PaymentsToAsk(database, SettledBy::kGateway, clock.Now() + std::chrono::days(30))
                  .empty());
}

TEST_F(CardPaymentTest, MoneyFoundWhenItWouldExpireIsAdopted) {
  std::string reference = AtBank();
  Bank().Pay(reference, "lost");
  clock.Advance(std::chrono::hours(settings.checkout_hours) + std::chrono::hours(1));
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kPaid);
  ExpectPaidOnce(reference);
}

TEST_F(CardPaymentTest, ADoubleClickMakesOnePayment) {
  browser.Get(std::string(kPaymentListPath) + "/method?group=" + exchange.group_number);
  Fields fields = {{"method", "credit-card"}, {"group", exchange.group_number}};
  Response first = browser.Post(std::string(kPaymentListPath) + "/method", fields);
  RowWatch watch(database);
  Response second = browser.Post(std::string(kPaymentListPath) + "/method", fields);
  EXPECT_EQ(second.status, 303);
  EXPECT_EQ(HeaderOf(first, "Location"), HeaderOf(second, "Location"));
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(CardPaymentTest, OfTwoTabsTheLaterHoldsAndTheFirstMoneyCounts) {
  std::string first = AtBank();
  std::string second = AtBank();
  EXPECT_EQ(StateOf(first), PaymentState::kVoided);
  EXPECT_EQ(StateOf(second), PaymentState::kAtBank);

  Bank().Pay(first);
  Notify(LastNotice(first));
  EXPECT_EQ(StateOf(second), PaymentState::kVoided);
  ExpectPaidOnce(first);

  Bank().Pay(second);
  RowWatch watch(database);
  EXPECT_EQ(Notify(LastNotice(second)).body, "1|OK");
  EXPECT_EQ(watch.Changes(), "ledger_entry +2\noutbox +1\npayment_exception +1");
  EXPECT_EQ(Notify(LastNotice(second)).body, "1|OK");
  EXPECT_EQ(watch.Changes(), "");
  EXPECT_EQ(Count("payment_exception WHERE kind = 'second-payment'"), 1);
  EXPECT_EQ(Sum("suspense"), -1000);
  ExpectBalance();
}

TEST_F(CardPaymentTest, BeforeAnotherMethodIsTakenTheBankIsAsked) {
  std::string reference = AtBank();
  Bank().Pay(reference, "lost");
  EXPECT_EQ(Choose("convenience-store", {exchange.group_number}), reference);
  EXPECT_EQ(Count("payment"), 1);
  ExpectPaidOnce(reference);
}

TEST_F(CardPaymentTest, SeveralGroupsAreOnePayment) {
  std::string reference = Choose("web-atm", {exchange.group_number, extension.group_number});
  ASSERT_TRUE(GoToBank(reference));
  Bank().Pay(reference);
  Notify(LastNotice(reference));
  EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
  EXPECT_EQ(CaseStateOf(exchange), "paid");
  EXPECT_EQ(CaseStateOf(extension), "paid");
  EXPECT_EQ(Sum("collector"), 1300);
  EXPECT_EQ(Count("ledger_entry WHERE book = 'fee'"), 2);
  EXPECT_EQ(Count("receipt"), 1);
  ExpectBalance();
}

TEST_F(CardPaymentTest, AStrangerFindsNeitherTheGroupNorThePayment) {
  std::string reference = AtBank();
  Browser stranger(dispatcher);
  LogIn(stranger, AddAccount(database, 2));
  for (const char* page : {"", "bank", "slip.pdf"}) {
    EXPECT_EQ(stranger.Get(PaymentPath(reference, page)).status, 404) << page;
  }
  for (const char* page : {"/details", "/method"}) {
    EXPECT_EQ(stranger.Get(std::string(kPaymentListPath) + page + "?group=" + exchange.group_number)
                  .status,
              404);
  }
  stranger.Get(std::string(kPaymentListPath));
  RowWatch watch(database);
  EXPECT_EQ(stranger.Post(PaymentPath(reference, "ask")).status, 404);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(CardPaymentTest, ThePageToTheBankMayPostThereAndNowhereElse) {
  std::string reference = Choose("credit-card", {exchange.group_number});
  Response page = browser.Get(PaymentPath(reference, "bank"));
  EXPECT_NE(HeaderOf(page, "Content-Security-Policy").find("form-action 'self' " + Bank().url()),
            std::string::npos);
  Response other = browser.Get(PaymentPath(reference));
  EXPECT_EQ(HeaderOf(other, "Content-Security-Policy").find(Bank().url()), std::string::npos);
}

}  // namespace
}  // namespace permit::test
