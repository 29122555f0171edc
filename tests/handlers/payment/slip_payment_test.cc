#include "handlers/jobs/reconcile_payments.h"
#include "handlers/payment/settlement.h"
#include "handlers/web/paths.h"
#include "sql/money_store.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/handlers/payment/store_file.h"

namespace permit::test {
namespace {

using payment::SettleFile;
using payment::Settlement;
using payment::TakenBefore;

class SlipPaymentTest : public PaymentSiteTest {
 protected:
  sql::PaymentRow Slip(const PayableCase& one) {
    std::string reference = Choose("convenience-store", {one.group_number});
    return sql::FindPayment(database, reference).value();
  }
  Settlement Settle(const std::vector<StoreLine>& lines) {
    auto settled = SettleFile(services, "store.txt", StoreFile(lines, today()));
    if (!settled) {
      ADD_FAILURE() << settled.error().line << ": " << Code(settled.error().fault);
      return {};
    }
    return std::get<Settlement>(settled.value());
  }
  Date today() const { return TaipeiDate(clock.Now()); }
};

TEST_F(SlipPaymentTest, AMethodWithASlipGivesANumberADeadlineAndAPaper) {
  RowWatch watch(database);
  sql::PaymentRow slip = Slip(exchange);
  EXPECT_EQ(watch.Changes(),
            "counter +1\nidempotency_key +1\npayment +1\npayment_case +1\npayment_history +2");
  EXPECT_EQ(slip.state, PaymentState::kSlipOut);
  EXPECT_EQ(slip.slip_number, "1385080000000015");
  EXPECT_EQ(slip.deadline, AddDays(today(), 5));
  Response page = browser.Get(PaymentPath(slip.reference));
  EXPECT_NE(page.body.find(slip.slip_number), std::string::npos);
  EXPECT_NE(page.body.find(FormatDate(*slip.deadline)), std::string::npos);
  Response paper = browser.Get(PaymentPath(slip.reference, "slip.pdf"));
  EXPECT_EQ(paper.body.substr(0, 5), "%PDF-");
  clock.Advance(std::chrono::hours(20));
  EXPECT_EQ(browser.Get(PaymentPath(slip.reference, "slip.pdf")).status, 303)
      << "the session has ended";
  LogIn(browser, account);
  EXPECT_EQ(browser.Get(PaymentPath(slip.reference, "slip.pdf")).body, paper.body)
      << "printed again it must be the same slip";
}

TEST_F(SlipPaymentTest, ItsLastDayComesAsAFileForACalendar) {
  settings.base_url = "https://permit.example";
  const sql::PaymentRow slip = Slip(exchange);
  const std::string link = PaymentPath(slip.reference, "deadline.ics");
  EXPECT_NE(browser.Get(PaymentPath(slip.reference)).body.find(link), std::string::npos);
  const Response file = browser.Get(link + "?lang=en");
  EXPECT_EQ(HeaderOf(file, "Content-Type"), "text/calendar; charset=utf-8");
  std::string day = FormatDate(*slip.deadline);
  std::erase(day, '/');
  for (const std::string& line :
       {"UID:" + slip.reference + "-slip@permit.example", "DTSTART;VALUE=DATE:" + day,
        std::string("SUMMARY:Last day to pay NT$1\\,000 with your payment slip")}) {
    EXPECT_NE(file.body.find(line + "\r\n"), std::string::npos) << line << file.body;
  }
  database.Run("UPDATE payment SET state = 'expired'");
  EXPECT_EQ(HeaderOf(browser.Get(link), "Location"), PaymentPath(slip.reference));
  LogIn(browser, AddAccount(database, 2));
  EXPECT_EQ(browser.Get(link).status, 404);
}

TEST_F(SlipPaymentTest, ANameThatNoFaceHoldsLeadsToAPageThatSaysSo) {
  const sql::PaymentRow slip = Slip(exchange);
  database.Run("UPDATE applicant SET chinese_name = '陳😀'");
  RowWatch watch(database);
  const Response answer = browser.Get(PaymentPath(slip.reference, "slip.pdf"));
  EXPECT_EQ(answer.status, 303);
  const Response page = browser.Follow(answer);
  EXPECT_NE(page.body.find("role=\"alert\""), std::string::npos);
  EXPECT_NE(page.body.find(slip.slip_number), std::string::npos) << "it can still be paid";
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(SlipPaymentTest, TheCollectorsLineSettlesIt) {
  sql::PaymentRow slip = Slip(exchange);
  RowWatch watch(database);
  Settlement settled = Settle({{slip.slip_number, 1000, today()}});
  ASSERT_EQ(settled.lines.size(), 1u);
  EXPECT_EQ(settled.lines[0].outcome, "settled");
  EXPECT_EQ(watch.Changes(),
            "application_case ~1 (state, state_since)\n"
            "case_history +1\n"
            "ledger_entry +2\n"
            "outbox +1\n"
            "payment ~1 (paid_at, state, trade_number)\n"
            "payment_history +1\n"
            "settlement_file +1\n"
            "settlement_line +1");
  EXPECT_EQ(StateOf(slip.reference), PaymentState::kPaid);
  EXPECT_EQ(CaseStateOf(exchange), "paid");
  EXPECT_EQ(ReconcilePayments(services).receipts, 1u);
}

TEST_F(SlipPaymentTest, TheSameFileAgainChangesNothing) {
  sql::PaymentRow slip = Slip(exchange);
  std::vector<StoreLine> lines = {{slip.slip_number, 1000, today()}};
  Settle(lines);
  RowWatch watch(database);
  auto again = SettleFile(services, "copy.txt", StoreFile(lines, today()));
  EXPECT_TRUE(std::holds_alternative<TakenBefore>(again.value()));
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(SlipPaymentTest, AFileWithAFaultIsRefusedWhole) {
  sql::PaymentRow slip = Slip(exchange);
  std::string file = StoreFile({{slip.slip_number, 1000, today()}}, today());
  file[121 + 97] = file[121 + 97] == '1' ? '2' : '1';  // in the amount of the only line
  RowWatch watch(database);
  auto refused = SettleFile(services, "bad.txt", file);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().line, 2u);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(SlipPaymentTest, EveryLineEndsAsSettledOrAsANamedExceptionWithItsMoneyInTheBooks) {
  sql::PaymentRow good = Slip(exchange);
  sql::PaymentRow late = Slip(extension);
  Settlement settled = Settle({
      {good.slip_number, 1000, today()},
      {good.slip_number, 1000, today()},
      {late.slip_number, 300, AddDays(*late.deadline, 1)},
      {late.slip_number, 301, today()},
      {"1385086952001009", 1000, today()},
      {late.slip_number, 300, today(), "01"},
  });
  std::vector<std::string> outcomes;
  for (const auto& line : settled.lines) outcomes.push_back(line.outcome);
  EXPECT_EQ(outcomes, (std::vector<std::string>{"settled", "second-payment", "late", "wrong-amount",
                                                "unknown-number", "not-good"}));
  EXPECT_EQ(CaseStateOf(exchange), "paid");
  EXPECT_EQ(CaseStateOf(extension), "awaiting-payment");
  EXPECT_EQ(Count("payment_exception"), 4);
  EXPECT_EQ(Sum("collector"), 1000 + 1000 + 300 + 301 + 1000);
  EXPECT_EQ(Sum("fee"), -1000);
  EXPECT_EQ(Sum("suspense"), -(1000 + 300 + 301 + 1000));
  ExpectBalance();
}

TEST_F(SlipPaymentTest, OfTwoSlipsForTheSameCaseInOneFileTheFirstLineCounts) {
  sql::PaymentRow old_slip = Slip(exchange);
  std::string both = Choose("convenience-store", {exchange.group_number, extension.group_number});
  sql::PaymentRow new_slip = sql::FindPayment(database, both).value();
  ASSERT_EQ(StateOf(old_slip.reference), PaymentState::kVoided);
  Settlement settled = Settle({{old_slip.slip_number, 1000, today()},
                               {new_slip.slip_number, 1300, today()},
                               {old_slip.slip_number, 1000, today()}});
  EXPECT_EQ(settled.lines[0].outcome, "settled");
  EXPECT_EQ(settled.lines[1].outcome, "second-payment");
  EXPECT_EQ(settled.lines[2].outcome, "second-payment");
  EXPECT_EQ(StateOf(old_slip.reference), PaymentState::kPaid);
  EXPECT_EQ(StateOf(new_slip.reference), PaymentState::kVoided);
  EXPECT_EQ(CaseStateOf(exchange), "paid");
  EXPECT_EQ(CaseStateOf(extension), "awaiting-payment");
  EXPECT_EQ(Count("payment_case WHERE held_case_id IS NOT NULL"), 1) << "the other case is free";
  EXPECT_EQ(Sum("collector"), 3300);
  ExpectBalance();
}

TEST_F(SlipPaymentTest, AFileTakesTheSameFewStatementsForManyLines) {
  sql::PaymentRow slip = Slip(exchange);
  auto statements = [&](const std::vector<StoreLine>& lines) {
    auto before = database.statements_sent();
    Settle(lines);
    return database.statements_sent() - before;
  };
  std::vector<StoreLine> one = {{slip.slip_number, 1000, today()},
                                {"1385086952001009", 1000, today()}};
  std::vector<StoreLine> many(500, {"1385086952001009", 1000, AddDays(today(), -1)});
  many.push_back({Slip(extension).slip_number, 300, today()});
  EXPECT_EQ(statements(one), statements(many));
  EXPECT_EQ(CaseStateOf(extension), "paid");
  EXPECT_EQ(Count("payment_exception"), 501);
  ExpectBalance();
}

TEST_F(SlipPaymentTest, MoneyForAWithdrawnCaseIsAnException) {
  sql::PaymentRow slip = Slip(exchange);
  database.Run("UPDATE application_case SET state = 'withdrawn' WHERE id = " +
               std::to_string(exchange.id));
  EXPECT_EQ(Settle({{slip.slip_number, 1000, today()}}).lines[0].outcome, "case-withdrawn");
  EXPECT_EQ(CaseStateOf(exchange), "withdrawn");
  EXPECT_EQ(Sum("suspense"), -1000);
  ExpectBalance();
}

TEST_F(SlipPaymentTest, ACreditToTheVirtualAccountSettlesIt) {
  std::string reference = Choose("virtual-account", {exchange.group_number});
  std::string account_number = sql::FindPayment(database, reference)->slip_number;
  Response paper = browser.Get(PaymentPath(reference, "slip.pdf"));
  EXPECT_EQ(paper.body.substr(0, 5), "%PDF-");
  auto settled =
      SettleFile(services, "credits.csv",
                 "account,amount,paid_on,trade_number\n" + account_number +
                     ",1000,2026-03-02,BOT1\n" + account_number + ",1000,2026-03-02,BOT2\n");
  ASSERT_TRUE(std::holds_alternative<Settlement>(settled.value()));
  EXPECT_EQ(std::get<Settlement>(settled.value()).lines[0].outcome, "settled");
  EXPECT_EQ(std::get<Settlement>(settled.value()).lines[1].outcome, "second-payment");
  EXPECT_EQ(CaseStateOf(exchange), "paid");
  EXPECT_EQ(Sum("collector"), 2000);
  ExpectBalance();
}

TEST_F(SlipPaymentTest, AnotherMethodVoidsTheSlip) {
  sql::PaymentRow slip = Slip(exchange);
  std::string card = Choose("credit-card", {exchange.group_number});
  EXPECT_EQ(StateOf(slip.reference), PaymentState::kVoided);
  EXPECT_EQ(StateOf(card), PaymentState::kAtBank);
  Response paper = browser.Get(PaymentPath(slip.reference, "slip.pdf"));
  EXPECT_EQ(HeaderOf(paper, "Location"), PaymentPath(slip.reference));
  EXPECT_NE(browser.Get(PaymentPath(slip.reference)).body.find("這筆繳費已取消"),
            std::string::npos);
}

TEST_F(SlipPaymentTest, AVoidSlipThatIsPaidFirstCountsAndTheCardIsVoided) {
  sql::PaymentRow slip = Slip(exchange);
  std::string card = Choose("credit-card", {exchange.group_number});
  ASSERT_TRUE(GoToBank(card));
  EXPECT_EQ(Settle({{slip.slip_number, 1000, today()}}).lines[0].outcome, "settled");
  EXPECT_EQ(StateOf(card), PaymentState::kVoided);
  Bank().Pay(card);
  Notify(LastNotice(card));
  EXPECT_EQ(Count("payment_exception WHERE kind = 'second-payment'"), 1);
  EXPECT_EQ(Count("payment WHERE state = 'paid'"), 1);
  ExpectBalance();
}

TEST_F(SlipPaymentTest, ASlipExpiresAfterItsGraceAndMoneyPaidInTimeStillCounts) {
  sql::PaymentRow slip = Slip(exchange);
  clock.Set(StartOfDay(AddDays(*slip.deadline, 7)));
  EXPECT_EQ(ReconcilePayments(services).expired, 0u);
  clock.Set(StartOfDay(AddDays(*slip.deadline, 8)));
  EXPECT_EQ(ReconcilePayments(services).expired, 1u);
  EXPECT_EQ(StateOf(slip.reference), PaymentState::kExpired);
  EXPECT_EQ(Settle({{slip.slip_number, 1000, *slip.deadline}}).lines[0].outcome, "settled");
  EXPECT_EQ(StateOf(slip.reference), PaymentState::kPaid);
}

}  // namespace
}  // namespace permit::test
