#include "handlers/jobs/reconcile_payments.h"
#include "handlers/payment/ask.h"
#include "handlers/web/paths.h"
#include "tests/handlers/payment/payment_site.h"

namespace permit::test {
namespace {

using payment::AskAboutPayment;
using payment::Asked;

class EgovPaymentTest : public PaymentSiteTest {
 protected:
  std::string AtPlatform(const std::string& method = "egov-account") {
    std::string reference = Choose(method, {exchange.group_number});
    EXPECT_TRUE(GoToBank(reference));
    return reference;
  }
  // The platform sends the payer's browser back, by POST and without our cookies.
  Response ComeBack(const std::string& reference) {
    Browser returning(dispatcher);
    return returning.Post(GatewayReturnPath(reference), {{"session_key", "whatever it says"}});
  }
  void ExpectPaidOnce(const std::string& reference) {
    EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
    EXPECT_EQ(CaseStateOf(exchange), "paid");
    EXPECT_EQ(Count("receipt"), 1);
    EXPECT_EQ(Count("payment_exception"), 0);
    EXPECT_EQ(Sum("collector"), 1000);
    EXPECT_EQ(Sum("fee"), -1000);
    ExpectBalance();
  }
};

TEST_F(EgovPaymentTest, ThePlatformHearsOfThePaymentBeforeItsPayerComes) {
  for (auto [method, pay_by] :
       {std::pair{"egov-account", "ACCOUNT"}, std::pair{"egov-web-atm", "WEBATM"},
        std::pair{"egov-credit-card", "CARD"}}) {
    RowWatch watch(database);
    std::string reference = Choose(method, {exchange.group_number});
    EXPECT_EQ(StateOf(reference), PaymentState::kAtBank);
    EXPECT_NE(watch.Changes().find("payment +1"), std::string::npos);
    EXPECT_FALSE(sql::FindPayment(database, reference)->session_key.empty());
    const std::string orders = Bank().PlatformOrders();
    const std::size_t order = orders.find(reference);
    ASSERT_NE(order, std::string::npos);
    EXPECT_EQ(orders.find(std::string("\"pay_by\": \"") + pay_by + "\"", order),
              orders.find("\"pay_by\"", order));
    EXPECT_TRUE(GoToBank(reference));
  }
}

TEST_F(EgovPaymentTest, ThePayersReturnIsTheMomentToAsk) {
  std::string reference = AtPlatform();
  Bank().AtPlatform(reference, "pay");
  RowWatch watch(database);
  Response back = ComeBack(reference);
  EXPECT_EQ(HeaderOf(back, "Location"), PaymentPath(reference));
  EXPECT_EQ(watch.Changes(),
            "application_case ~1 (state, state_since)\n"
            "case_history +1\n"
            "counter +1\n"
            "ledger_entry +2\n"
            "outbox +1\n"
            "payment ~1 (next_ask_at, paid_at, state, trade_number)\n"
            "payment_history +2\n"
            "receipt +1\n"
            "receipt_paper +1");
  ExpectPaidOnce(reference);
  EXPECT_NE(browser.Get(PaymentPath(reference)).body.find("交易成功"), std::string::npos);
  EXPECT_EQ(ComeBack(reference).status, 303);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(EgovPaymentTest, AReturnWithoutPaymentPaysNothingAndAStrangersNothingAtAll) {
  std::string reference = AtPlatform();
  ComeBack(reference);
  EXPECT_EQ(StateOf(reference), PaymentState::kAtBank);
  EXPECT_EQ(Sum("collector"), 0);
  RowWatch watch(database);
  EXPECT_EQ(ComeBack("P260302NOBODYSXX").status, 303);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(EgovPaymentTest, APayerWhoNeverComesBackIsFoundByAsking) {
  std::string reference = AtPlatform();
  Bank().AtPlatform(reference, "pay");
  clock.Advance(std::chrono::minutes(settings.ask_after_minutes));
  EXPECT_EQ(ReconcilePayments(services).paid, 1u);
  ExpectPaidOnce(reference);
}

TEST_F(EgovPaymentTest, ARefusedPaymentFailsAndMayBePaidAnew) {
  std::string reference = AtPlatform("egov-credit-card");
  Bank().AtPlatform(reference, "refuse");
  ComeBack(reference);
  EXPECT_EQ(StateOf(reference), PaymentState::kFailed);
  EXPECT_EQ(CaseStateOf(exchange), "awaiting-payment");
  std::string second = AtPlatform();
  Bank().AtPlatform(second, "pay");
  ComeBack(second);
  ExpectPaidOnce(second);
}

TEST_F(EgovPaymentTest, APlatformThatIsDownOrTalksRubbishLeavesThePaymentToBeTriedAgain) {
  for (const char* fault : {"session-down", "session-rubbish"}) {
    Bank().Spoil(fault);
    std::string reference = Choose("egov-account", {exchange.group_number});
    EXPECT_EQ(StateOf(reference), PaymentState::kCreated) << fault;
    Response page = browser.Get(PaymentPath(reference));
    EXPECT_NE(page.body.find("您尚未前往繳費頁面"), std::string::npos);
    Bank().Spoil(fault);
    browser.Get(PaymentPath(reference, "bank"));
    page = browser.Follow(browser.Post(PaymentPath(reference, "bank")));
    EXPECT_NE(page.body.find("目前無法連線至繳費平台"), std::string::npos);
    EXPECT_EQ(Bank().PlatformOrders().find(reference), std::string::npos);
    page = browser.Follow(browser.Post(PaymentPath(reference, "bank")));
    EXPECT_EQ(StateOf(reference), PaymentState::kAtBank);
    EXPECT_TRUE(GoToBank(reference));
  }
}

TEST_F(EgovPaymentTest, OneThatWasNeverAnnouncedExpiresWithoutAQuestion) {
  Bank().Spoil("session-down");
  std::string reference = Choose("egov-account", {exchange.group_number});
  clock.Advance(std::chrono::minutes(settings.ask_after_minutes));
  EXPECT_EQ(ReconcilePayments(services).asked, 0u);
  EXPECT_EQ(StateOf(reference), PaymentState::kCreated);
  clock.Advance(std::chrono::hours(settings.checkout_hours));
  ReconcilePayments(services);
  EXPECT_EQ(StateOf(reference), PaymentState::kExpired);
}

TEST_F(EgovPaymentTest, OneGatewaysSilenceDoesNotKeepTheHouseFromAskingTheOther) {
  std::string reference = AtPlatform();
  Bank().AtPlatform(reference, "pay");
  UseGateways(std::make_shared<SilentGateway>(), e_government);
  for (int serial : {3, 4, 5, 6}) {
    Choose("credit-card", {AddPayableCase(database, account, serial).group_number});
  }
  clock.Advance(std::chrono::minutes(settings.ask_after_minutes));
  Reconciled done = ReconcilePayments(services);
  EXPECT_EQ(done.no_answer, 3u) << "the rest waits for the next round";
  EXPECT_EQ(done.paid, 1u);
  EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
}

TEST_F(EgovPaymentTest, AMethodThatIsNotConfiguredIsShownWithItsReasonAndRefused) {
  UseGateways(gateway, nullptr);
  const std::string list(kPaymentListPath);
  Response page = browser.Get(list + "/method?group=" + exchange.group_number);
  EXPECT_NE(page.body.find("value=\"egov-account\" aria-describedby=\"method-4-hint\" disabled"),
            std::string::npos);
  EXPECT_NE(page.body.find("本系統尚未與其介接"), std::string::npos);
  EXPECT_NE(page.body.find("金融帳戶轉帳支付"), std::string::npos);
  RowWatch watch(database);
  Response refused = browser.Post(list + "/method",
                                  {{"method", "egov-account"}, {"group", exchange.group_number}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(watch.Changes(), "");
}

}  // namespace
}  // namespace permit::test
