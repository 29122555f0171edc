// Money that has arrived and settles nothing: what its payer is told while the cashier looks at it.
#include <gmock/gmock.h>

#include "handlers/jobs/case_waits.h"
#include "handlers/payment/settlement.h"
#include "handlers/web/paths.h"
#include "tests/handlers/operator/shell.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/handlers/payment/store_file.h"

namespace permit::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class UnappliedMoneyTest : public AtShell<PaymentSiteTest> {
 protected:
  // The slip of the exchange.
  sql::PaymentRow Slip() {
    return sql::FindPayment(database, Choose("convenience-store", {exchange.group_number})).value();
  }
  void Pay(const sql::PaymentRow& slip, std::int64_t amount, Date on) {
    const auto settled =
        payment::SettleFile(services, "store.txt", StoreFile({{slip.slip_number, amount, on}}, on));
    ASSERT_TRUE(settled.has_value());
  }
  sql::PaymentRow LateSlip() {
    const sql::PaymentRow slip = Slip();
    clock.Advance(std::chrono::days(7));
    LogIn(browser, account);
    Pay(slip, 1000, AddDays(*slip.deadline, 1));
    return slip;
  }
  std::string Page(std::string_view path, const std::string& language) {
    return browser.Get(std::string(path) + "?lang=" + language).body;
  }
  void Resolve() {
    const std::string id =
        database.Run("SELECT id FROM payment_exception WHERE resolved_at IS NULL").at(0).Text("id");
    ASSERT_EQ(Run({"payment", "resolve", id, "--note", "given back"}).exit_code, 0);
  }
};

TEST_F(UnappliedMoneyTest, ALatePayerIsToldByMailThatTheMoneyArrivedAndIsLookedAt) {
  const sql::PaymentRow slip = LateSlip();
  const auto mails = database.Run("SELECT cause_key, subject, text_body FROM outbox");
  ASSERT_EQ(mails.size(), 1u);
  EXPECT_THAT(mails[0].Text("cause_key"), HasSubstr("payment-unapplied:line:"));
  EXPECT_THAT(mails[0].Text("subject"), AllOf(HasSubstr("款項已入帳"), HasSubstr(slip.reference)));
  EXPECT_THAT(mails[0].Text("text_body"),
              AllOf(HasSubstr("繳費期限後"), HasSubstr("請勿重複繳費"), HasSubstr("NT$1,000"),
                    HasSubstr(FormatDate(AddDays(*slip.deadline, 1)))));
}

TEST_F(UnappliedMoneyTest, ThePageSaysSoAndOffersNeitherSlipNorAnotherPayment) {
  const sql::PaymentRow slip = LateSlip();
  const std::string path = PaymentPath(slip.reference);
  const auto says = [&](const std::string& chinese, const std::string& english) {
    EXPECT_THAT(Page(path, "zh-TW"),
                AllOf(HasSubstr(chinese), HasSubstr("款項於繳費期限後"), HasSubstr("處理中"),
                      Not(HasSubstr("slip.pdf")), Not(HasSubstr("payment/method"))));
    EXPECT_THAT(Page(path, "en"),
                AllOf(HasSubstr(english), HasSubstr("after the payment deadline"),
                      HasSubstr("Do not pay again"), Not(HasSubstr("Start a new payment"))));
  };
  says("您的款項已入帳", "We have received your money");
  EXPECT_EQ(HeaderOf(browser.Get(PaymentPath(slip.reference, "slip.pdf")), "Location"), path);
  database.Run("UPDATE payment SET state = 'expired'");
  says("您的款項已入帳", "We have received your money");
}

TEST_F(UnappliedMoneyTest, TheListOffersTheOtherGroupsUntilTheCashierIsDone) {
  const sql::PaymentRow slip = LateSlip();
  const std::string tick = "name=\"group\" value=\"" + exchange.group_number + "\"";
  EXPECT_THAT(Page(kPaymentListPath, "zh-TW"),
              AllOf(Not(HasSubstr(tick)), HasSubstr("款項已入帳，請勿重複繳費"),
                    HasSubstr("value=\"" + extension.group_number + "\"")));
  const std::string details =
      std::string(kPaymentListPath) + "/details?group=" + exchange.group_number;
  EXPECT_EQ(HeaderOf(browser.Get(details), "Location"), PaymentPath(slip.reference));
  Resolve();
  EXPECT_THAT(Page(kPaymentListPath, "zh-TW"), AllOf(HasSubstr(tick), Not(HasSubstr("已入帳"))));
  EXPECT_EQ(browser.Get(details).status, 200);
}

TEST_F(UnappliedMoneyTest, ThePageOfTheCaseOffersNoPaymentEither) {
  const std::string path =
      CasePath(database
                   .Run("SELECT receipt_number FROM application_case WHERE id = " +
                        std::to_string(exchange.id))
                   .at(0)
                   .Text("receipt_number"));
  LogIn(browser, account);
  const std::string button =
      "<a class=\"govuk-button\" href=\"" + std::string(kPaymentListPath) + "\">";
  EXPECT_THAT(Page(path, "en"), AllOf(HasSubstr(button), HasSubstr("deadline.ics")));
  LateSlip();
  EXPECT_THAT(Page(path, "en"), AllOf(HasSubstr("do not pay again"), Not(HasSubstr(button)),
                                      Not(HasSubstr("deadline.ics"))));
}

TEST_F(UnappliedMoneyTest, WithNothingElseToPayTheListHasNoButton) {
  database.Run("UPDATE application_case SET state = 'withdrawn' WHERE id = " +
               std::to_string(extension.id));
  LateSlip();
  EXPECT_THAT(Page(kPaymentListPath, "en"), AllOf(HasSubstr("do not pay again"),
                                                  Not(HasSubstr("type=\"submit\" class="
                                                                "\"govuk-button\"")),
                                                  Not(HasSubstr("data-tick-all"))));
}

TEST_F(UnappliedMoneyTest, WhoPaysASecondTimeIsToldOnThePageOfTheFirst) {
  const sql::PaymentRow slip = Slip();
  Pay(slip, 1000, TaipeiDate(clock.Now()));
  clock.Advance(std::chrono::days(1));
  Pay(slip, 1000, TaipeiDate(clock.Now()));
  LogIn(browser, account);
  EXPECT_THAT(Page(PaymentPath(slip.reference), "en"),
              AllOf(HasSubstr("Transaction successful"), HasSubstr("had already been paid")));
  EXPECT_EQ(Count("outbox WHERE cause_key LIKE 'payment-unapplied:%'"), 1);
}

TEST_F(UnappliedMoneyTest, ACaseWhoseMoneyIsLookedAtIsNeitherRemindedNorLapses) {
  LateSlip();
  database.Run("DELETE FROM application_case WHERE id = " + std::to_string(extension.id));
  const auto look_after = [&](int days) {
    return LookAfterWaitingCases(database, settings, SharedRenderer(),
                                 clock.Now() + std::chrono::days(days));
  };
  const CaseWaitsDone waited = look_after(100);
  EXPECT_EQ(waited.reminded + waited.lapsed, 0u);
  Resolve();
  EXPECT_EQ(look_after(101).reminded, 1u);
  EXPECT_EQ(look_after(102).lapsed, 0u);
  EXPECT_EQ(look_after(104).lapsed, 1u);
}

}  // namespace
}  // namespace permit::test
