// What the to-do page begins with.
#include "handlers/todo/next_steps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "handlers/rules/eligibility.h"
#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class NextStepsTest : public SiteTest {
 protected:
  NextStepsTest() { LogIn(browser, account); }

  std::string Path(const std::string& place) { return std::string(kStudent) + "/" + place; }

  // The part of the page above the applications.
  std::string Top(const std::string& language = "en") {
    const Response page = browser.Get(Path("todo?lang=" + language));
    EXPECT_EQ(page.status, 200);
    const std::size_t from = page.body.find("class=\"student\"");
    return page.body.substr(from, page.body.find("class=\"govuk-tabs\"") - from);
  }

  // Of the days counted from today.
  void AddPermit(const std::string& number, const std::string& kind, int stays_days,
                 int entered_days_ago = 10) {
    const Date today = TaipeiDate(clock.Now());
    const std::string until = FormatDate(AddDays(today, stays_days));
    database.Run(
        "INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until,"
        " entered_on, loaded_at) SELECT '" +
        number + "', '" + kind + "', applicant_id, '" + FormatDate(AddDays(today, -100)) + "', '" +
        until + "', '" + until + "', '" + FormatDate(AddDays(today, -entered_days_ago)) +
        "', '2026-01-05 00:00:00' FROM account WHERE id = " + std::to_string(account));
  }

  void SetState(const std::string& state) {
    database.Run("UPDATE application_case SET state = '" + state + "'");
  }

  std::uint64_t account = AddAccount(database, 1);
};

TEST_F(NextStepsTest, OneWhoHasNothingMayApply) {
  EXPECT_THAT(Top(), AllOf(HasSubstr("You have nothing to do at the moment."),
                           HasSubstr(Path("apply/exchange")), Not(HasSubstr("Your permit"))));
}

TEST_F(NextStepsTest, ASingleEntryPermitIsToBeExchangedByItsDay) {
  AddPermit("114000000001", "single", 300, 10);
  const Date due = AddMonths(AddDays(TaipeiDate(clock.Now()), -10), 2);
  EXPECT_THAT(Top(), AllOf(HasSubstr("Exchange your single-entry permit"),
                           HasSubstr("Apply by " + FormatDate(due)),
                           HasSubstr(Path("permits/114000000001/exchange.ics")),
                           HasSubstr("href=\"" + Path("apply/exchange") + "\"")));
}

TEST_F(NextStepsTest, AnExchangeThatIsLateCanStillBeAppliedFor) {
  AddPermit("114000000001", "single", 300, 90);
  EXPECT_THAT(Top(), AllOf(HasSubstr("You can still apply"), HasSubstr(Path("apply/exchange"))));
}

TEST_F(NextStepsTest, TheWayToTheExtensionOpensOnItsDay) {
  AddPermit("114000000002", "multiple", 200);
  const Date until = AddDays(TaipeiDate(clock.Now()), 200);
  const Date first = FirstExtensionDate(until);
  const std::string before = Top();
  EXPECT_THAT(before, AllOf(HasSubstr("114000000002"), HasSubstr(FormatDate(until)),
                            HasSubstr(FormatDate(first)),
                            HasSubstr(Path("permits/114000000002/extend.ics")),
                            Not(HasSubstr(Path("apply/extension")))));
  const auto days = std::chrono::sys_days(first) - std::chrono::sys_days(TaipeiDate(clock.Now()));
  clock.Advance(days - std::chrono::days(1));
  LogIn(browser, account);
  EXPECT_THAT(Top(), Not(HasSubstr(Path("apply/extension"))));
  clock.Advance(std::chrono::days(1));
  LogIn(browser, account);
  EXPECT_THAT(Top(), AllOf(HasSubstr("Apply by " + FormatDate(until)),
                           HasSubstr("href=\"" + Path("apply/extension") + "\"")));
}

TEST_F(NextStepsTest, AMultipleEntryPermitStandsBeforeTheSingleEntryOne) {
  AddPermit("114000000001", "single", 300);
  AddPermit("114000000002", "multiple", 200);
  EXPECT_THAT(Top(), AllOf(HasSubstr("114000000002"), Not(HasSubstr("114000000001"))));
}

TEST_F(NextStepsTest, WhatNoLongerHoldsGivesWayAndIsSaidToHaveEnded) {
  AddPermit("114000000002", "multiple", -1);
  EXPECT_THAT(Top(),
              AllOf(HasSubstr("114000000002"), HasSubstr(">Ended<"), Not(HasSubstr(".ics"))));
  AddPermit("114000000001", "single", 300);
  EXPECT_THAT(Top(), AllOf(HasSubstr("114000000001"), Not(HasSubstr("114000000002"))));
  database.Run("UPDATE entry_permit SET status = 'revoked'");
  EXPECT_THAT(Top(), Not(HasSubstr("Your permit")));
}

TEST_F(NextStepsTest, AReturnedCaseIsAnsweredAndAnApprovedOnePaidByItsDay) {
  const PayableCase item = AddPayableCase(database, account, 1);
  settings.case_answer_days = 30;
  settings.case_pay_days = 60;
  database.Run("UPDATE application_case SET state_since = '2026-03-01 00:00:00'");
  const std::string calendar = Path("cases/" + item.receipt_number + "/deadline.ics");
  EXPECT_THAT(Top(), AllOf(HasSubstr("Pay the fee of NT$1,000"), HasSubstr("Pay by 2026/04/30"),
                           HasSubstr(calendar), HasSubstr("href=\"" + Path("payment") + "\"")));
  SetState("returned-for-documents");
  EXPECT_THAT(Top(), AllOf(HasSubstr("Respond by 2026/03/31"), HasSubstr(calendar),
                           HasSubstr(Path("corrections/" + item.receipt_number))));
  EXPECT_THAT(Top("zh-TW"), HasSubstr("請於 2026/03/31（含當日）前完成補正(件)"));
}

TEST_F(NextStepsTest, WaitingIsNoStepWithAMainButton) {
  AddPayableCase(database, account, 1);
  for (const char* state : {"submitted", "first-review", "second-review", "approved", "paid"}) {
    SetState(state);
    const std::string top = Top();
    EXPECT_THAT(top, AllOf(HasSubstr("govuk-button--secondary"), HasSubstr("View the application"),
                           Not(HasSubstr("class=\"govuk-button\""))))
        << state;
  }
}

TEST_F(NextStepsTest, MoneyThatWaitsForTheCashierIsNotAskedForAgain) {
  const PayableCase item = AddPayableCase(database, account, 1);
  const std::string id = std::to_string(item.id);
  database.Run(
      "INSERT INTO payment (reference, account_id, method, amount, state, state_since, created_at,"
      " expires_at) VALUES ('P-01', " +
      std::to_string(account) +
      ", 'credit-card', 1000, 'voided', '2026-03-02 00:00:00', '2026-03-02 00:00:00',"
      " '2026-03-03 00:00:00')");
  database.Run("INSERT INTO payment_case (payment_id, case_id, amount) SELECT id, " + id +
               ", 1000 FROM payment");
  database.Run(
      "INSERT INTO payment_exception (cause, kind, number, payment_id, method, amount, paid_on,"
      " found_at) SELECT 'x', 'second-payment', 'P-01', id, 'credit-card', 1000, '2026-03-02',"
      " '2026-03-02 00:00:00' FROM payment");
  EXPECT_THAT(Top(), AllOf(HasSubstr("do not pay again"), HasSubstr(Path("payment/P-01")),
                           Not(HasSubstr("Pay by"))));
}

TEST_F(NextStepsTest, ADraftIsContinuedAndNotBegunAgain) {
  AddPermit("114000000001", "single", 300);
  database.Run(
      "INSERT INTO draft (id, account_id, service, permit_id, form, registered, created_at,"
      " updated_at) SELECT '11111111-2222-4333-8444-555555555555', " +
      std::to_string(account) +
      ", 'exchange', id, '{}', '{}', '2026-03-01 00:00:00', '2026-03-01 00:00:00' FROM "
      "entry_permit");
  EXPECT_THAT(Top(), AllOf(HasSubstr(Path("apply/drafts/11111111-2222-4333-8444-555555555555")),
                           HasSubstr("Your draft is kept until"),
                           Not(HasSubstr("Exchange your single-entry permit"))));
}

TEST_F(NextStepsTest, WhatIsUrgentStandsFirst) {
  const PayableCase first = AddPayableCase(database, account, 1);
  const PayableCase second = AddPayableCase(database, account, 2);
  database.Run("UPDATE application_case SET state = 'returned-for-documents' WHERE id = " +
               std::to_string(first.id));
  const std::string top = Top();
  EXPECT_LT(top.find(first.receipt_number), top.find(second.receipt_number));
  EXPECT_EQ(top.find("class=\"govuk-button\""), top.rfind("class=\"govuk-button\""))
      << "one main button";
}

}  // namespace
}  // namespace permit::test
