#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <functional>
#include <latch>
#include <thread>

#include "handlers/jobs/reconcile_payments.h"
#include "handlers/payment/ask.h"
#include "handlers/payment/start.h"
#include "handlers/routes.h"
#include "handlers/web/csrf.h"
#include "handlers/web/paths.h"
#include "handlers/web/session.h"
#include "sql/account_store.h"
#include "sql/session_store.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/support/lent_gateway.h"

namespace permit::test {
namespace {

using payment::AskAboutPayment;
using payment::Asked;

// What one worker has for itself.
struct Worker {
  Worker(const Services& of, const payment::PaymentGateway& with)
      : gateways(payment::Gateways::BySettlement{{SettledBy::kGateway, Lent(with)}}),
        database(PrivateDatabase::Shared().options()),
        services{.settings = of.settings,
                 .clock = of.clock,
                 .random = random,
                 .database = database,
                 .renderer = of.renderer,
                 .secret = of.secret,
                 .gateways = &gateways},
        dispatcher(services, Routes()) {}

  payment::Gateways gateways;
  SystemRandom random;
  sql::Database database;
  Services services;
  Dispatcher dispatcher;
};

// Asks as the real one does, and dies at the marked step.
class FatalGateway final : public payment::PaymentGateway {
 public:
  FatalGateway(const payment::PaymentGateway& real, bool after_the_answer)
      : real_(real), after_the_answer_(after_the_answer) {}
  std::string Origin() const override { return real_.Origin(); }
  payment::Checkout StartCheckout(const payment::CheckoutOrder& order) const override {
    return real_.StartCheckout(order);
  }
  tl::expected<payment::TradeReport, payment::Refusal> ReadNotice(
      const Params& form) const override {
    return real_.ReadNotice(form);
  }
  std::string NoticeAccepted() const override { return real_.NoticeAccepted(); }
  tl::expected<payment::TradeReport, payment::Refusal> QueryTrade(
      const payment::Trade& trade) const override {
    if (after_the_answer_) real_.QueryTrade(trade);
    kill(getpid(), SIGKILL);
    return tl::unexpected(payment::Refusal::kNoReply);
  }

 private:
  const payment::PaymentGateway& real_;
  bool after_the_answer_;
};

class PaymentRaceTest : public PaymentSiteTest {
 protected:
  static constexpr int kWorkers = 8;

  // All at once, each with a connection of its own.
  void InParallel(const std::function<void(Worker&, int)>& work) {
    std::latch start(kWorkers);
    std::vector<std::thread> threads;
    for (int number = 0; number < kWorkers; ++number) {
      threads.emplace_back([&, number] {
        Worker worker(services, *gateway);
        worker.database.Query({"Ping", "SELECT 1"});
        start.arrive_and_wait();
        work(worker, number);
      });
    }
    for (std::thread& thread : threads) thread.join();
  }

  std::string AtBank() {
    std::string reference = Choose("credit-card", {exchange.group_number});
    EXPECT_TRUE(GoToBank(reference));
    return reference;
  }

  void ExpectPaidOnce(const std::string& reference) {
    EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
    EXPECT_EQ(CaseStateOf(exchange), "paid");
    EXPECT_EQ(Count("receipt"), 1);
    EXPECT_EQ(Count("outbox"), 1);
    EXPECT_EQ(Count("ledger_entry"), 2);
    EXPECT_EQ(Count("payment_exception"), 0);
    EXPECT_EQ(Count("payment_history WHERE to_state = 'paid'"), 1);
  }

  // A worker that asks the bank and is killed there.
  void AskAndDie(const std::string& reference, bool after_the_answer) {
    pid_t child = fork();
    if (child == 0) {
      FatalGateway fatal(*gateway, after_the_answer);
      Worker worker(services, fatal);
      AskAboutPayment(worker.services, reference, "job");
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
  }
};

TEST_F(PaymentRaceTest, OfManyTabsThatChooseAtOnceOnePaymentHolds) {
  InParallel([&](Worker& worker, int number) {
    payment::StartOrder order{
        .applicant_id = sql::FindAccount(worker.database, account)->applicant_id,
        .account_id = account,
        .groups = {exchange.group_number, extension.group_number},
        .method = number % 2 == 0 ? PaymentMethod::kCreditCard : PaymentMethod::kConvenienceStore,
        .reference = payment::MintReference(worker.services)};
    if (number % 2 != 0) order.own_number = payment::MintSlipNumber(worker.services);
    auto started = worker.database.Transact([&](sql::Transaction& transaction) {
      return payment::StartPayment(worker.services, transaction, order);
    });
    EXPECT_TRUE(started.has_value());
  });
  EXPECT_EQ(Count("payment"), kWorkers);
  EXPECT_EQ(Count("payment WHERE state = 'voided'"), kWorkers - 1);
  EXPECT_EQ(Count("payment_case WHERE held_case_id IS NOT NULL"), 2);
  EXPECT_EQ(
      Count("(SELECT DISTINCT payment_id FROM payment_case WHERE held_case_id IS NOT NULL) x"), 1);
}

TEST_F(PaymentRaceTest, TheSameNoticeAtManyWorkersCountsOnce) {
  std::string reference = AtBank();
  Bank().Pay(reference);
  StandInBank::Fields notice = LastNotice(reference);
  InParallel([&](Worker& worker, int) {
    Browser server(worker.dispatcher);
    EXPECT_EQ(server.Post(kNoticePath, notice).body, "1|OK");
  });
  ExpectPaidOnce(reference);
}

// Money for a reference that this site never gave out: no payment to lock, so all of them get to
// the books at once.
TEST_F(PaymentRaceTest, TheSameNoticeOfAnUnknownReferenceAtManyWorkersIsOneException) {
  std::string reference = AtBank();
  Bank().Pay(reference);
  StandInBank::Fields notice = Resealed(LastNotice(reference), "MerchantTradeNo", "NOBODYS1");
  std::string bookings;
  for (int round = 0; round < 10; ++round) {
    StandInBank::Fields fresh = Resealed(notice, "TradeNo", "T" + std::to_string(round));
    InParallel([&](Worker& worker, int) {
      Browser server(worker.dispatcher);
      Response answer = server.Post(kNoticePath, fresh);
      EXPECT_EQ(answer.status, 200);
      EXPECT_EQ(answer.body, "1|OK");
    });
    EXPECT_EQ(Count("payment_exception"), round + 1);
    EXPECT_EQ(Count("ledger_entry"), 2 * (round + 1));
  }
  EXPECT_EQ(Count("payment_exception WHERE kind = 'unknown-number'"), 10);
  ExpectBalance();
}

TEST_F(PaymentRaceTest, TheSameSecondPaymentAtManyWorkersIsOneException) {
  std::string first = AtBank();
  std::string second = AtBank();
  Bank().Pay(first);
  Notify(LastNotice(first));
  Bank().Pay(second);
  StandInBank::Fields notice = LastNotice(second);
  InParallel([&](Worker& worker, int) {
    Browser server(worker.dispatcher);
    EXPECT_EQ(server.Post(kNoticePath, notice).body, "1|OK");
  });
  EXPECT_EQ(Count("payment_exception WHERE kind = 'second-payment'"), 1);
  EXPECT_EQ(Sum("suspense"), -1000);
  ExpectBalance();
}

TEST_F(PaymentRaceTest, NoticesAndQuestionsAtOnceCountOnce) {
  std::string reference = AtBank();
  Bank().Pay(reference);
  StandInBank::Fields notice = LastNotice(reference);
  InParallel([&](Worker& worker, int number) {
    if (number % 2 == 0) {
      Browser server(worker.dispatcher);
      EXPECT_EQ(server.Post(kNoticePath, notice).body, "1|OK");
    } else {
      AskAboutPayment(worker.services, reference, "job");
    }
  });
  ExpectPaidOnce(reference);
}

TEST_F(PaymentRaceTest, OneFormSentByManyAtOnceMakesOnePayment) {
  browser.Get(std::string(kPaymentListPath) + "/method?group=" + exchange.group_number);
  const std::string act = InputValue(browser.page(), "act");
  InParallel([&](Worker& worker, int) {
    Browser tab(worker.dispatcher);
    std::string token = worker.random.Token();
    sql::InsertSession(worker.database, SessionHash(token), account, clock.Now(),
                       clock.Now() + std::chrono::minutes(30));
    tab.SetCookie(CookieName(kSessionCookie, false), token);
    tab.Get(std::string(kPaymentListPath) + "/method?group=" + exchange.group_number);
    Response answer =
        tab.Post(std::string(kPaymentListPath) + "/method",
                 {{"method", "credit-card"}, {"group", exchange.group_number}, {"act", act}});
    EXPECT_EQ(answer.status, 303);
  });
  EXPECT_EQ(Count("payment"), 1);
}

TEST_F(PaymentRaceTest, AWorkerKilledAboutToAskLosesNothing) {
  std::string reference = AtBank();
  Bank().Pay(reference, "lost");
  AskAndDie(reference, false);
  EXPECT_EQ(StateOf(reference), PaymentState::kAsking);
  clock.Advance(std::chrono::minutes(settings.ask_after_minutes));
  Reconciled done = ReconcilePayments(services);
  EXPECT_EQ(done.paid, 1u);
  ExpectPaidOnce(reference);
}

TEST_F(PaymentRaceTest, AWorkerKilledWithTheAnswerInItsHandLosesNothing) {
  std::string reference = AtBank();
  Bank().Pay(reference, "lost");
  AskAndDie(reference, true);
  EXPECT_EQ(StateOf(reference), PaymentState::kAsking);
  clock.Advance(std::chrono::minutes(settings.ask_after_minutes));
  EXPECT_EQ(ReconcilePayments(services).paid, 1u);
  ExpectPaidOnce(reference);
}

TEST_F(PaymentRaceTest, ABankKilledAfterThePaymentStillKnowsIt) {
  std::string reference = AtBank();
  Bank().Pay(reference, "lost");
  Bank().Kill();
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kNoReply);
  Bank().Start();
  EXPECT_EQ(AskAboutPayment(services, reference, "job"), Asked::kPaid);
  ExpectPaidOnce(reference);
}

}  // namespace
}  // namespace permit::test
