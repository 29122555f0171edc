// Random lives of payments against the real database: what students, the bank, the collector, the
// clock and crashes do, in any order. After each step the books and the states must be right.
// PERMIT_MODEL_SEQUENCES sets how many lives; PERMIT_MODEL_SEED repeats one.
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include "handlers/jobs/reconcile_payments.h"
#include "handlers/payment/ask.h"
#include "handlers/payment/paths.h"
#include "handlers/payment/settlement.h"
#include "handlers/payment/start.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/handlers/payment/store_file.h"

namespace permit::test {
namespace {

struct Crash {};

// A bank in memory, with the same words to the house as a real one.
class ModelBank final : public payment::PaymentGateway {
 public:
  struct Order {
    payment::TradeState state = payment::TradeState::kNotPaid;
    std::int64_t amount = 0;
    Instant paid_at;
  };
  enum class Mood { kWell, kSilent, kCrashing };

  std::map<std::string, Order> orders;
  mutable Mood mood = Mood::kWell;

  std::string Origin() const override { return "http://bank"; }
  payment::Checkout StartCheckout(const payment::CheckoutOrder&) const override { return {}; }
  std::string NoticeReceived() const override { return "1|OK"; }
  std::variant<payment::TradeReport, payment::Refusal> ReadNotice(
      const Params& form) const override {
    payment::TradeReport report = Report(std::string(form.Get("reference")));
    if (form.Get("failed") == "yes") report.state = payment::TradeState::kFailed;
    return report;
  }
  std::variant<payment::TradeReport, payment::Refusal> QueryTrade(
      const payment::Trade& trade) const override {
    if (mood == Mood::kCrashing) throw Crash();
    if (mood == Mood::kSilent) return payment::Refusal::kNoAnswer;
    return Report(trade.reference);
  }

 private:
  payment::TradeReport Report(const std::string& reference) const {
    const Order& order = orders.at(reference);
    return {.reference = reference,
            .state = order.state,
            .amount = order.amount,
            .trade_number = "T" + reference,
            .paid_at = order.paid_at};
  }
};

class PaymentModelTest : public PaymentSiteTest {
 protected:
  void Live(unsigned seed) {
    dice_.seed(seed);
    PrivateDatabase::Shared().Clear();
    account = AddAccount(database, 1);
    groups_.clear();
    for (int serial : {1, 2, 3}) {
      groups_.push_back(AddPayableCase(database, account, serial).group_number);
    }
    bank_ = {};
    slips_.clear();
    heard_.clear();
    services.gateway = &bank_;
    for (int step = 0; step < 25 && !HasFailure(); ++step) {
      int deed = Roll(10);
      Step(deed);
      SCOPED_TRACE("seed " + std::to_string(seed) + " step " + std::to_string(step) + " deed " +
                   std::to_string(deed));
      Check();
    }
  }

 private:
  int Roll(int sides) { return static_cast<int>(dice_() % static_cast<unsigned>(sides)); }
  template <class Map>
  auto Pick(const Map& map) {
    auto at = map.begin();
    std::advance(at, Roll(static_cast<int>(map.size())));
    return *at;
  }

  void Step(int deed) {
    switch (deed) {
      case 0:
      case 1:
        return Start();
      case 2:
      case 3:
        return PayAtBank();
      case 4:
      case 5:
        return Notice();
      case 6:
        return Ask();
      case 7:
      case 8:
        return SettleSlips();
      default:
        return PassTime();
    }
  }

  void Start() {
    payment::StartOrder order{
        .account_id = account,
        .method = Roll(2) == 0 ? PaymentMethod::kCreditCard : PaymentMethod::kConvenienceStore,
        .reference = payment::MintReference(services)};
    for (const std::string& group : groups_) {
      if (Roll(2) == 0) order.groups.push_back(group);
    }
    bool slip = order.method == PaymentMethod::kConvenienceStore;
    if (slip) order.own_number = payment::MintSlipNumber(services);
    auto started = database.Transact([&](sql::Transaction& transaction) {
      return payment::StartPayment(services, transaction, order);
    });
    const auto* payment = std::get_if<sql::PaymentRow>(&started);
    if (payment == nullptr) return;
    if (slip) {
      slips_[payment->slip_number] = payment->amount;
    } else {
      bank_.orders[payment->reference].amount = payment->amount;
    }
  }

  void PayAtBank() {
    if (bank_.orders.empty()) return;
    ModelBank::Order& order = bank_.orders.at(Pick(bank_.orders).first);
    if (order.state == payment::TradeState::kPaid) return;
    order.state = payment::TradeState::kPaid;
    order.paid_at = clock.Now();
  }

  void Notice() {
    if (bank_.orders.empty()) return;
    auto [reference, order] = Pick(bank_.orders);
    bool failed = Roll(4) == 0;
    EXPECT_EQ(Notify({{"reference", reference}, {"failed", failed ? "yes" : "no"}}).body, "1|OK");
    if (!failed) Hear(reference, order);
  }

  void Ask() {
    if (bank_.orders.empty()) return;
    auto [reference, order] = Pick(bank_.orders);
    bank_.mood = static_cast<ModelBank::Mood>(Roll(3));
    try {
      payment::Asked asked = payment::AskAboutPayment(services, reference, "job");
      if (asked != payment::Asked::kNoAnswer && asked != payment::Asked::kNothingToAsk)
        Hear(reference, order);
    } catch (const Crash&) {
    }
    bank_.mood = ModelBank::Mood::kWell;
  }

  void SettleSlips() {
    if (slips_.empty()) return;
    std::vector<StoreLine> lines;
    for (int line = Roll(3); line >= 0; --line) {
      auto [number, amount] = Pick(slips_);
      lines.push_back(
          {number, Roll(5) == 0 ? amount + 1 : amount, AddDays(TaipeiDate(clock.Now()), -Roll(3))});
    }
    std::string file = StoreFile(lines, TaipeiDate(clock.Now()));
    auto settled = payment::SettleFile(services, "model", file);
    if (!std::holds_alternative<payment::Settlement>(settled)) return;
    auto again = payment::SettleFile(services, "model", file);
    EXPECT_TRUE(std::holds_alternative<payment::TakenBefore>(again));
  }

  void PassTime() {
    clock.Advance(std::chrono::hours(1 + Roll(60)));
    ReconcilePayments(services);
    for (const auto& [reference, order] : bank_.orders) {
      if (StateOf(reference) == PaymentState::kPaid) Hear(reference, order);
    }
  }

  // The house was told of this money.
  void Hear(const std::string& reference, const ModelBank::Order& order) {
    if (order.state == payment::TradeState::kPaid) heard_.insert(reference);
  }

  void Check() {
    ExpectBalance();
    CheckEdges();
    EXPECT_EQ(Count("(SELECT case_id FROM payment_case JOIN payment ON id = payment_id"
                    " WHERE state = 'paid' GROUP BY case_id HAVING COUNT(*) > 1) x"),
              0)
        << "a case is paid twice";
    EXPECT_EQ(Count("application_case c WHERE (c.state = 'paid') <> EXISTS (SELECT 1 FROM"
                    " payment_case pc JOIN payment p ON p.id = pc.payment_id"
                    " WHERE pc.case_id = c.id AND p.state = 'paid')"),
              0)
        << "a case and its payment disagree";
    EXPECT_EQ(Count("payment p JOIN payment_case pc ON pc.payment_id = p.id WHERE"
                    " (p.state IN ('created', 'at-bank', 'asking', 'slip-out', 'paid')) <>"
                    " (pc.held_case_id IS NOT NULL)"),
              0)
        << "a payment holds what it should not, or does not what it should";
    for (const std::string& reference : heard_) {
      std::string cause = "'gateway:" + reference + ":T" + reference + "'";
      EXPECT_EQ(Count("payment WHERE trade_number = " + cause) +
                    Count("payment_exception WHERE cause = " + cause),
                1)
          << "money without a row, or with two";
    }
    CheckMoney();
  }

  void CheckEdges() {
    for (const sql::Row& row : database.Run("SELECT from_state, event, to_state FROM"
                                            " payment_history WHERE from_state IS NOT NULL")) {
      bool known = false;
      for (const PaymentEdge& edge : PaymentEdges()) {
        known = known ||
                (Code(edge.from) == row.Text("from_state") &&
                 Code(edge.event) == row.Text("event") && Code(edge.to) == row.Text("to_state"));
      }
      EXPECT_TRUE(known) << row.Text("from_state") << " " << row.Text("event");
    }
  }

  // Every dollar in the books came from somewhere, and every dollar that came is in the books.
  void CheckMoney() {
    std::int64_t rows = database
                            .Run(
                                "SELECT COALESCE((SELECT SUM(amount) FROM payment WHERE"
                                " state = 'paid'), 0) + COALESCE((SELECT SUM(amount) FROM"
                                " payment_exception), 0) AS n")
                            .at(0)
                            .Int("n");
    EXPECT_EQ(Sum("collector"), rows);
    EXPECT_EQ(Sum("collector") + Sum("fee") + Sum("suspense"), 0);
    std::int64_t slips =
        database.Run("SELECT COALESCE(SUM(amount), 0) AS n FROM settlement_line").at(0).Int("n");
    std::int64_t gateway_money =
        database
            .Run(
                "SELECT COALESCE(SUM(amount), 0) AS n FROM ledger_entry WHERE"
                " book = 'collector' AND method = 'credit-card'")
            .at(0)
            .Int("n");
    EXPECT_EQ(Sum("collector"), slips + gateway_money);
  }

  std::mt19937 dice_;
  ModelBank bank_;
  std::vector<std::string> groups_;
  std::map<std::string, std::int64_t> slips_;
  std::set<std::string> heard_;
};

TEST_F(PaymentModelTest, WhateverHappensNoCaseIsPaidTwiceAndNoMoneyIsLost) {
  const char* only = std::getenv("PERMIT_MODEL_SEED");
  if (only != nullptr) return Live(static_cast<unsigned>(std::atoi(only)));
  const char* wanted = std::getenv("PERMIT_MODEL_SEQUENCES");
  const unsigned sequences = wanted != nullptr ? static_cast<unsigned>(std::atoi(wanted)) : 40;
  for (unsigned seed = 1; seed <= sequences && !HasFailure(); ++seed) Live(seed);
}

}  // namespace
}  // namespace permit::test
