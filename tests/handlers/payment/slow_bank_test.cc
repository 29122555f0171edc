// A bank that keeps everybody waiting must not keep the pool.
#include <atomic>
#include <functional>
#include <latch>
#include <thread>

#include "handlers/jobs/reconcile_payments.h"
#include "handlers/payment/ask.h"
#include "handlers/web/paths.h"
#include "sql/database.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/support/lent_gateway.h"
#include "tests/support/private_database.h"

namespace permit::test {
namespace {

using payment::AskAboutPayment;
using payment::Asked;
using payment::AskForPayer;
using payment::Refusal;
using payment::TradeReport;
using payment::TradeState;
using std::chrono::seconds;

// Counts the questions and answers them as it is told.
class CountingGateway final : public payment::PaymentGateway {
 public:
  std::string Origin() const override { return "http://127.0.0.1:1"; }
  payment::Checkout StartCheckout(const payment::CheckoutOrder&) const override { return {}; }
  bool WantsSession() const override { return wants_session; }
  tl::expected<std::string, Refusal> OpenSession(const payment::CheckoutOrder&) const override {
    ++questions;
    return tl::unexpected(Refusal::kTooSlow);
  }
  tl::expected<TradeReport, Refusal> QueryTrade(const payment::Trade& trade) const override {
    ++questions;
    payer_waited = trade.payer_waits;
    return answer(trade);
  }

  bool wants_session = false;
  mutable std::atomic<int> questions = 0;
  mutable std::atomic<bool> payer_waited = false;
  std::function<tl::expected<TradeReport, Refusal>(const payment::Trade&)> answer =
      [](const payment::Trade&) { return tl::unexpected(Refusal::kTooSlow); };
};

class SlowBankTest : public PaymentSiteTest {
 protected:
  SlowBankTest() { UseGateways(Lent(bank), Lent(bank)); }

  Response Ask(const std::string& reference) {
    browser.Get(PaymentPath(reference));
    return browser.Follow(browser.Post(PaymentPath(reference, "ask")));
  }

  CountingGateway bank;
};

TEST_F(SlowBankTest, WhomItKeptWaitingIsTheOnlyOneForHalfAMinute) {
  const std::string first = Choose("credit-card", {exchange.group_number});
  const std::string second = Choose("web-atm", {extension.group_number});
  EXPECT_NE(Ask(first).body.find("目前無法連線至銀行"), std::string::npos);
  EXPECT_EQ(bank.questions, 1);
  EXPECT_TRUE(bank.payer_waited);
  clock.Advance(seconds(10));
  RowWatch rows(database);
  EXPECT_NE(Ask(second).body.find("目前無法連線至銀行"), std::string::npos);
  EXPECT_EQ(rows.Changes(), "");
  EXPECT_EQ(StateOf(Choose("convenience-store", {exchange.group_number})), PaymentState::kSlipOut);
  EXPECT_EQ(bank.questions, 1) << "neither another payer nor another method waits for it";

  EXPECT_EQ(AskAboutPayment(services, second, "job"), Asked::kNoReply);
  EXPECT_EQ(bank.questions, 2) << "the job asks all the same";
  EXPECT_FALSE(bank.payer_waited);
  clock.Advance(seconds(31));
  Ask(second);
  EXPECT_EQ(bank.questions, 3);
}

TEST_F(SlowBankTest, ASilenceThatCostNobodyTimeIsAskedAboutAtOnceAgain) {
  bank.answer = [](const payment::Trade&) { return tl::unexpected(Refusal::kNoReply); };
  const std::string reference = Choose("credit-card", {exchange.group_number});
  Ask(reference);
  Ask(reference);
  EXPECT_EQ(bank.questions, 2);
}

TEST_F(SlowBankTest, AGatewayThatIsAskedTooOftenIsAskedByNobodyForHalfAnHour) {
  bank.answer = [](const payment::Trade&) { return tl::unexpected(Refusal::kBarred); };
  const std::string first = Choose("credit-card", {exchange.group_number});
  const std::string second = Choose("web-atm", {extension.group_number});
  EXPECT_EQ(AskAboutPayment(services, first, "job"), Asked::kNoReply);
  EXPECT_EQ(StateOf(first), PaymentState::kAtBank);
  EXPECT_EQ(bank.questions, 1);
  clock.Advance(std::chrono::minutes(29));
  RowWatch rows(database);
  EXPECT_EQ(AskAboutPayment(services, second, "job"), Asked::kNoReply);
  EXPECT_EQ(AskForPayer(services, second, "account:1"), Asked::kNoReply);
  EXPECT_EQ(ReconcilePayments(services).asked, 0u);
  EXPECT_EQ(rows.Changes(), "");
  EXPECT_EQ(bank.questions, 1);
  clock.Advance(std::chrono::minutes(1));
  EXPECT_EQ(AskForPayer(services, second, "account:1"), Asked::kNoReply);
  EXPECT_EQ(bank.questions, 2);
}

TEST_F(SlowBankTest, ForAllPayersTogetherItIsAskedAFewTimesASecond) {
  bank.answer = [](const payment::Trade&) { return tl::unexpected(Refusal::kNoReply); };
  const std::string reference = Choose("credit-card", {exchange.group_number});
  for (int times = 0; times < 20; ++times) AskForPayer(services, reference, "account:1");
  EXPECT_EQ(bank.questions, 4);
  for (int second = 1; second <= 10; ++second) {
    clock.Advance(std::chrono::milliseconds(1000));
    for (int times = 0; times < 20; ++times) AskForPayer(services, reference, "account:1");
    EXPECT_EQ(bank.questions, 4 + 4 * second);
    clock.Advance(std::chrono::milliseconds(1));
    AskForPayer(services, reference, "account:1");
    EXPECT_EQ(bank.questions, 4 + 4 * second);
  }
}

TEST_F(SlowBankTest, TheJobPausesBetweenTwoQuestions) {
  bank.answer = [](const payment::Trade& trade) -> tl::expected<TradeReport, Refusal> {
    return TradeReport{.reference = trade.reference, .state = TradeState::kNotPaid, .code = "0"};
  };
  Choose("credit-card", {exchange.group_number});
  Choose("web-atm", {extension.group_number});
  clock.Advance(std::chrono::minutes(settings.ask_after_minutes));
  std::vector<int> asked;
  EXPECT_EQ(ReconcilePayments(services, [&] { asked.push_back(bank.questions); }).asked, 2u);
  EXPECT_EQ(asked, std::vector<int>{1});
}

TEST_F(SlowBankTest, NobodyWaitsForASessionOfAPlatformThatJustWasTooSlow) {
  bank.wants_session = true;
  const std::string reference = Choose("egov-account", {exchange.group_number});
  EXPECT_EQ(bank.questions, 1);
  browser.Get(PaymentPath(reference, "bank"));
  const Response page = browser.Follow(browser.Post(PaymentPath(reference, "bank")));
  EXPECT_NE(page.body.find("目前無法連線至繳費平台"), std::string::npos);
  EXPECT_EQ(bank.questions, 1);
  clock.Advance(seconds(31));
  browser.Post(PaymentPath(reference, "bank"));
  EXPECT_EQ(bank.questions, 2);
}

TEST_F(SlowBankTest, OfManyQuestionsAtOnceAboutOnePaymentOneIsAsked) {
  constexpr int kWorkers = 8;
  const std::string reference = Choose("credit-card", {exchange.group_number});
  std::atomic<int> done = 0;
  // Answers once every other worker has come back, or asks as well.
  bank.answer = [&](const payment::Trade&) {
    while (done + bank.questions < kWorkers) std::this_thread::yield();
    return tl::unexpected(Refusal::kNoReply);
  };
  std::latch start(kWorkers);
  std::vector<std::thread> workers;
  for (int number = 0; number < kWorkers; ++number) {
    workers.emplace_back([&] {
      sql::Database own(PrivateDatabase::Shared().options());
      own.Query({"Ping", "SELECT 1"});
      Services mine{services.settings, services.clock, services.random, own, services.renderer};
      mine.gateways = &gateways;
      start.arrive_and_wait();
      AskForPayer(mine, reference, "account:1");
      ++done;
    });
  }
  for (std::thread& worker : workers) worker.join();
  EXPECT_EQ(bank.questions, 1);
}

// The job asks, the answer is long in coming; a payer asks as well, and to the payer it is silent.
TEST_F(SlowBankTest, APaymentThatTwoAskedAboutAtItsEndIsAskedAboutAgain) {
  const std::string reference = Choose("credit-card", {exchange.group_number});
  clock.Advance(std::chrono::hours(settings.checkout_hours + 1));
  bank.answer = [&](const payment::Trade& trade) -> tl::expected<TradeReport, Refusal> {
    if (trade.payer_waits) return tl::unexpected(Refusal::kNoReply);
    clock.Advance(seconds(6));
    if (bank.questions == 1) AskForPayer(services, reference, "account:1");
    return TradeReport{.reference = trade.reference, .state = TradeState::kNotPaid, .code = "0"};
  };
  AskAboutPayment(services, reference, "job");
  EXPECT_EQ(bank.questions, 2);
  EXPECT_EQ(StateOf(reference), PaymentState::kAtBank);
  clock.Advance(std::chrono::minutes(settings.ask_after_minutes));
  ASSERT_EQ(sql::PaymentsToAsk(database, SettledBy::kGateway, clock.Now()),
            std::vector<std::string>{reference});
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kExpired);
}

}  // namespace
}  // namespace permit::test
