#include "handlers/cases/case_page.h"

#include <gtest/gtest.h>

#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

std::string CasePath(const PayableCase& item) {
  return std::string(kStudent) + "/cases/" + item.receipt_number;
}

using CasePageTest = SiteTest;

TEST_F(CasePageTest, ItsStudentSeesItAndTheWayToPay) {
  PayableCase item = AddPayableCase(database, AddAccount(database, 1), 1);
  LogIn(browser, item.account_id);
  Response page = browser.Get(CasePath(item) + "?lang=zh-TW");
  EXPECT_EQ(200, page.status);
  EXPECT_NE(std::string::npos, page.body.find(item.receipt_number));
  EXPECT_NE(std::string::npos, page.body.find("/payment\">線上繳費"));
  EXPECT_EQ(std::string::npos, page.body.find("/withdrawal/" + item.receipt_number))
      << "its review is finished";
}

TEST_F(CasePageTest, ForAnyoneElseThereIsNone) {
  PayableCase item = AddPayableCase(database, AddAccount(database, 1), 1);
  LogIn(browser, AddAccount(database, 2));
  EXPECT_EQ(404, browser.Get(CasePath(item)).status);
  EXPECT_EQ(404, browser.Get(CasePath(item) + "/files/x").status);
}

}  // namespace
}  // namespace permit::test
